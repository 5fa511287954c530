using System.Data.Common;
using PersonalDataHub.DemoSources.Databases;
using PersonalDataHub.DemoSources.Telecom.People;
using static PersonalDataHub.DemoSources.Databases.Column;

namespace PersonalDataHub.DemoSources.Telecom.Databases;

/// <summary>Writes customers into the tables of crm.sql.</summary>
internal sealed class CrmWriter(DbTransaction transaction) : IAsyncDisposable
{
    private readonly TableWriter customer = new(
        transaction, "customer", Text("customer_id"), Text("family_name"), Text("given_names"), Text("preferred_name"),
        Text("identity_code"), Date("birth_date"), Text("language"), Instant("created_at"), Instant("updated_at"));

    private readonly TableWriter formerName = new(
        transaction, "former_name", Number("id"), Text("customer_id"), Text("family_name"), Date("used_until"),
        Instant("created_at"));

    private readonly TableWriter email = new(
        transaction, "email", Number("id"), Text("customer_id"), Text("address"), Boolean("shared"), Date("valid_from"),
        Date("valid_to"), Instant("updated_at"));

    private readonly TableWriter phone = new(
        transaction, "phone", Number("id"), Text("customer_id"), Text("number"), Date("valid_from"), Date("valid_to"),
        Instant("updated_at"));

    private readonly TableWriter address = new(
        transaction, "postal_address", Number("id"), Text("customer_id"), Text("care_of"), Text("street"),
        Text("post_code"), Text("city"), Text("country"), Instant("updated_at"));

    private readonly TableWriter nextOfKin = new(
        transaction, "next_of_kin", Number("id"), Text("customer_id"), Text("name"), Text("relationship"), Text("phone"),
        Instant("updated_at"));

    private readonly TableWriter companyRole = new(
        transaction, "company_role", Number("id"), Text("customer_id"), Text("company_name"), Text("business_id"),
        Text("task"), Text("position"), Date("valid_from"), Date("valid_to"), Instant("updated_at"));

    private readonly TableWriter permission = new(
        transaction, "marketing_permission", Number("id"), Text("customer_id"), Text("channel"), Boolean("allowed"),
        Instant("given_at"));

    private readonly TableWriter note = new(
        transaction, "service_note", Number("id"), Text("customer_id"), Instant("written_at"), Text("author"), Text("body"));

    private readonly TableWriter change = new(
        transaction, "change_history", Number("id"), Text("customer_id"), Instant("changed_at"), Text("actor"),
        Text("field"), Text("old_value"), Text("new_value"));

    private readonly TableWriter order = new(
        transaction, "order_event", Number("id"), Text("customer_id"), Instant("ordered_at"), Text("channel"), Text("event"),
        Text("product"));

    private readonly TableWriter remark = new(
        transaction, "customer_remark", Number("id"), Text("customer_id"), Instant("told_at"), Text("words"));

    private int lastId;

    public async Task WriteAsync(string id, CrmCustomer crm, CancellationToken cancellationToken)
    {
        await customer.WriteAsync(
            [
                id, crm.FamilyName, crm.GivenNames, crm.PreferredName, crm.IdentityCode, crm.BirthDate, crm.Language,
                crm.CreatedAt, crm.UpdatedAt,
            ],
            cancellationToken);
        await EachAsync(formerName, crm.FormerNames, row => [id, row.FamilyName, row.UsedUntil, row.CreatedAt], cancellationToken);
        await EachAsync(
            email, crm.Emails, row => [id, row.Address, row.Shared, row.ValidFrom, row.ValidTo, row.UpdatedAt], cancellationToken);
        await EachAsync(phone, crm.Phones, row => [id, row.Number, row.ValidFrom, row.ValidTo, row.UpdatedAt], cancellationToken);
        await EachAsync(
            address, crm.Addresses,
            row => [id, row.CareOf, row.Street, row.PostCode, row.City, row.Country, row.UpdatedAt], cancellationToken);
        await EachAsync(
            nextOfKin, crm.NextOfKin, row => [id, row.Name, row.Relationship, row.Phone, row.UpdatedAt], cancellationToken);
        await EachAsync(
            companyRole, crm.CompanyRoles,
            row => [id, row.CompanyName, row.BusinessId, row.Task, row.Position, row.ValidFrom, row.ValidTo, row.UpdatedAt],
            cancellationToken);
        await EachAsync(permission, crm.Permissions, row => [id, row.Channel, row.Allowed, row.GivenAt], cancellationToken);
        await EachAsync(note, crm.Notes, row => [id, row.WrittenAt, row.Author, row.Body], cancellationToken);
        await EachAsync(
            change, crm.Changes, row => [id, row.ChangedAt, row.Actor, row.Field, row.OldValue, row.NewValue], cancellationToken);
        await EachAsync(order, crm.Orders, row => [id, row.OrderedAt, row.Channel, row.Event, row.Product], cancellationToken);
        await EachAsync(remark, crm.Remarks, row => [id, row.ToldAt, row.Words], cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        TableWriter[] all =
            [customer, formerName, email, phone, address, nextOfKin, companyRole, permission, note, change, order, remark];
        foreach (var table in all)
        {
            await table.DisposeAsync();
        }
    }

    private async Task EachAsync<T>(
        TableWriter table, IReadOnlyList<T> rows, Func<T, object?[]> values, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            await table.WriteAsync([++lastId, .. values(row)], cancellationToken);
        }
    }
}
