using System.Text.Json;
using PersonalDataHub.Connectors.Billing;
using PersonalDataHub.Connectors.Crm;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Tests.Sql;

public sealed class SettingsSchemaTests
{
    [Fact]
    public void CrmSchema_Should_OfferWhatTheConnectorKnows_When_Edited() => ShouldOffer("crm", CrmMeaning.Value);

    [Fact]
    public void BillingSchema_Should_OfferWhatTheConnectorKnows_When_Edited() =>
        ShouldOffer("billing", BillingMeaning.For(Settings.For("billing", Settings.Map(), "/")));

    private static void ShouldOffer(string connector, SqlMeaning meaning)
    {
        using var schema = JsonDocument.Parse(
            File.ReadAllText(TestDatabase.RepositoryFile("connectors-config", "schemas", $"{connector}.schema.json")));
        var settings = schema.RootElement.GetProperty("properties").GetProperty("settings").GetProperty("properties");

        var records = settings.GetProperty("records").GetProperty("properties").EnumerateObject().ToDictionary(
            record => record.Name,
            record => record.Value.GetProperty("allOf")[1].GetProperty("properties").GetProperty("fields").GetProperty("properties")
                .EnumerateObject().Select(field => field.Name));

        records.Keys.ShouldBe(meaning.RecordTypes.Select(type => type.Name));
        meaning.RecordTypes.ShouldAllBe(type => records[type.Name].SequenceEqual(type.Fields.Select(field => field.Name)));
        settings.GetProperty("facts").GetProperty("properties").EnumerateObject().Select(fact => fact.Name).ShouldBe(meaning.Facts);
        meaning.OtherSettings.ShouldAllBe(setting => settings.TryGetProperty(setting, out _));
    }
}
