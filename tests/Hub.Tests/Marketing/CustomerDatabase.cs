using Microsoft.Data.Sqlite;

namespace PersonalDataHub.Hub.Tests.Marketing;

/// <summary>A customer system of four people in SQLite, which keeps names, addresses and permissions.</summary>
internal static class CustomerDatabase
{
    /// <summary>How the connector reads it.</summary>
    public static string Settings(string file) => $$"""
        settings:
          database: Data Source={{file}}
          identities:
            - { kind: customerNumber, table: customer, column: id, person: id }
          records:
            customer:
              plural: customers
              description: Who the customer is.
              category: contact
              origin: provided
              identifies: true
              atMostOne: true
              table: customer
              key: id
              person: id
              fields:
                customerNumber: { column: id, kind: text, description: Number., identityKind: customerNumber }
                identityCode: { column: code, kind: text, description: Identity code., identityKind: identityCode }
                familyName: { column: family_name, kind: text, description: Family name., profileTerm: familyName }
                givenNames: { column: given_names, kind: text, description: Given names., profileTerm: givenNames }
                addressProtected: { column: protected, kind: boolean, description: Whether the address is protected. }
                postalAddress:
                  kind: composite
                  description: The postal address.
                  profileTerm: postalAddress
                  parts: { street: { column: street }, postCode: { column: post_code }, city: { column: city } }
            marketingPermission:
              plural: marketingPermissions
              description: A permission or prohibition.
              category: contact
              origin: provided
              table: permission
              key: id
              person: customer_id
              correct: yes
              fields:
                channel: { column: channel, kind: text, description: Channel. }
                purpose: { column: purpose, kind: text, description: Purpose. }
                allowed: { column: allowed, kind: boolean, description: Whether. }
                givenAt: { column: given_at, kind: instant, description: When. }
        """;

    /// <summary>Writes it: 1 says nothing, 2 forbids post, 3 has a protected address, 4 has allowed e-mail.</summary>
    public static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            create table customer (id text primary key, code text, family_name text not null, given_names text not null, protected boolean not null,
                street text, post_code text, city text);
            create table permission (id integer primary key, customer_id text not null, channel text not null, purpose text not null,
                allowed boolean not null, given_at timestamp with time zone not null);
            create index permission_by_customer on permission (customer_id);
            insert into customer values ('10001', null, 'Esimerkki', 'Aino', 0, 'Esimerkkitie 1', '00100', 'HELSINKI');
            insert into customer values ('10002', null, 'Malli', 'Eino', 0, 'Esimerkkitie 2', '00100', 'HELSINKI');
            insert into customer values ('10003', null, 'Suojattu', 'Saara', 1, 'Esimerkkitie 3', '00100', 'HELSINKI');
            insert into customer values ('10004', null, 'Salli', 'Sami', 0, 'Esimerkkitie 4', '00100', 'HELSINKI');
            insert into permission values (1, '10002', 'post', 'direct-marketing', 0, '2026-01-02T10:00:00Z');
            insert into permission values (2, '10004', 'email', 'direct-advertising', 1, '2026-01-02T10:00:00Z');
            """;
        command.ExecuteNonQuery();
    }

    /// <summary>What the system itself says now.</summary>
    public static bool IsAllowed(string file, int permission)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select allowed from permission where id = {permission}";
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) == 1;
    }
}
