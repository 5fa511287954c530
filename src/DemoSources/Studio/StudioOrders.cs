using PersonalDataHub.DemoSources.Databases;
using PersonalDataHub.DemoSources.People;

namespace PersonalDataHub.DemoSources.Studio;

/// <summary>Writes what the studio's order book holds of a person.</summary>
internal sealed class StudioOrders(SqliteFile file, DateTimeOffset now)
{
    private static readonly string[] services = ["Kehonhuolto 60 min", "Tasapainotunti", "Niska-hartiahoito", "Lahjakortti"];
    private static readonly string[] channels = ["myymälä", "verkkopalvelu", "jälleenmyyjä"];

    public void Write(Individual person, SeededDice dice)
    {
        // Either form of age is accepted; most tell the date.
        var tellsDate = person.Id == StudioCases.Minor || (person.Id != StudioCases.AgeOnly && (person.Who.Plain || dice.Percent(70)));
        var forOrganisation = person.Id is StudioCases.ShownFirst or StudioCases.OfficeFirst or StudioCases.OfficeSecond || dice.Percent(20);
        file.Add("client", new
        {
            client_id = person.Id, family_name = person.Who.FamilyName, given_names = person.Who.GivenName,
            organisation = forOrganisation ? Names.Company(dice.Between(1, 9)) : null, email = person.Email, phone = person.Who.Phone,
            street = person.Home.Street, post_code = person.Home.PostCode, city = person.Home.City, country = "FI",
            birth_date = tellsDate ? person.Who.BirthDate : (DateOnly?)null, age = tellsDate ? (int?)null : now.Year - person.Who.BirthDate.Year - 1,
            registered_at = person.Since, updated_at = person.LastSeen,
        });
        for (var number = dice.Between(2, 4); number > 0; number--)
        {
            WriteOrder(person, number, dice);
        }

        Permission(person, "publication", person.Id != StudioCases.NotPublished && dice.Percent(80));
        Permission(person, "direct-marketing", dice.Percent(50));
    }

    private void WriteOrder(Individual person, int number, SeededDice dice)
    {
        var (id, first, second) = ($"T{person.Id}-{number}", dice.Between(40, 90), dice.Between(10, 30));
        file.Add("service_order", new
        {
            order_id = id, client_id = person.Id, ordered_at = person.LastSeen.AddDays(-40 * (number - 1)), channel = dice.Pick(channels),
            status = "toimitettu", total = (decimal)(first + second),
        });
        file.Add("order_row", new { order_id = id, row_number = 1, service = dice.Pick(services), quantity = 1m, amount = (decimal)first });
        file.Add("order_row", new { order_id = id, row_number = 2, service = "Lisäaika", quantity = 0.5m, amount = (decimal)second });
    }

    private void Permission(Individual person, string purpose, bool allowed) => file.Add("permission", new
    {
        client_id = person.Id, channel = purpose == "publication" ? "list" : "email", purpose, allowed, given_at = person.Since, given_through = "asiakaspalvelu",
    });
}
