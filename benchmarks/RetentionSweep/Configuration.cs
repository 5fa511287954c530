namespace PersonalDataHub.RetentionSweep;

/// <summary>The shop's register and its two sources, as configuration files.</summary>
internal static class Configuration
{
    public const string Register = "shop";

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "register.yaml"), RegisterFile);
        File.WriteAllText(Path.Combine(folder, "crm.yaml"), Crm);
        File.WriteAllText(Path.Combine(folder, "billing.yaml"), Billing);
    }

    private const string RegisterFile = """
        id: shop
        name: Shop
        controller: { name: Shop Oy }
        primarySource: crm
        categories:
          - { id: contact, name: Contact }
          - { id: orders, name: Orders }
        purposes:
          - { id: service, name: Service, categories: all }
        relationship: { threshold: P2Y, explanation: Nobody came back later. }
        retention:
          - { id: own, name: Own, trigger: relationship-end, period: P1Y }
          - { id: vouchers, name: Vouchers, trigger: financial-year-end, dateField: issuedOn, period: P6Y, toEndOfYear: true, fields: [invoice], strength: minimum, law: Accounting Act 1336/1997 2:10 }
        """;

    private const string Crm = """
        connector: database
        name: CRM
        concurrency: 16
        timeout: PT1M
        settings:
          database: Data Source=shop/crm.db
          timeZone: Europe/Helsinki
          identities:
            - { kind: customerNumber, table: customer, column: number, person: number }
          records:
            customer:
              plural: customers
              description: A customer.
              category: contact
              origin: provided
              identifies: true
              atMostOne: true
              table: customer
              key: number
              person: number
              erase: delete
              fields:
                number: { column: number, kind: text, description: The number., identityKind: customerNumber }
                name: { column: name, kind: text, description: The name., profileTerm: familyName }
            visit:
              plural: visits
              description: A visit.
              category: orders
              origin: observed
              table: visit
              key: id
              person: number
              erase: delete
              fields:
                visitedAt: { column: visited_at, kind: date, description: When. }
          facts:
            lastContact:
              - { record: visit, at: visited_at }
        """;

    private const string Billing = """
        connector: database
        name: Billing
        concurrency: 16
        timeout: PT1M
        settings:
          database: Data Source=shop/billing.db
          timeZone: Europe/Helsinki
          identities:
            - { kind: customerNumber, table: account, column: account, person: account }
            - { kind: customerNumber, issuer: crm, table: account, column: number, person: account }
          records:
            account:
              plural: accounts
              description: An account.
              category: contact
              origin: provided
              identifies: true
              atMostOne: true
              table: account
              key: account
              person: account
              erase: delete
              fields:
                account: { column: account, kind: text, description: The account., identityKind: customerNumber }
                number: { column: number, kind: text, description: The customer number., identityKind: customerNumber, identityIssuer: crm }
            invoice:
              plural: invoices
              description: An invoice.
              category: orders
              origin: observed
              table: invoice
              key: id
              person: account
              erase: delete
              fields:
                issuedOn: { column: issued_on, kind: date, description: When. }
                total: { column: total, kind: integer, description: Cents. }
          facts:
            lastContact:
              - { record: invoice, at: issued_on }
        """;
}
