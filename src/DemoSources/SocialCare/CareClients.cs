using PersonalDataHub.DemoSources.Databases;
using PersonalDataHub.DemoSources.People;

namespace PersonalDataHub.DemoSources.SocialCare;

/// <summary>Writes what the client register holds of a person.</summary>
internal sealed class CareClients(SqliteFile file, SocialCarePeople people)
{
    private static readonly string[] services = ["Kotikäynti", "Asiointiapu", "Siivous", "Tukihenkilön tapaaminen"];

    public void Write(Individual person, SeededDice dice)
    {
        var ended = people.EndedOn(person);
        file.Add("client", new
        {
            client_id = person.Id, family_name = person.Who.FamilyName, given_names = person.Who.GivenName, identity_code = person.Who.IdentityCode,
            email = person.Email, phone = person.Who.Phone, street = person.Home.Street, post_code = person.Home.PostCode, city = person.Home.City, country = "FI",
            created_at = person.Since, updated_at = person.LastSeen,
        });
        file.Add("relationship", new
        {
            client_id = person.Id, kind = "palvelusopimus", started_on = DateOnly.FromDateTime(person.Since.UtcDateTime), ended_on = ended,
            end_reason = ended is null ? null : "palvelutarve päättyi", updated_at = person.LastSeen,
        });
        for (var number = dice.Between(1, 3); number > 0; number--)
        {
            WriteOrder(person, number, dice);
        }

        if (person.Id is SocialCareCases.CompanyContact or SocialCareCases.FormerCompanyContact || (!person.Who.Plain && dice.Percent(5)))
        {
            file.Add("company_contact", new
            {
                client_id = person.Id, company_name = Names.Company(40), business_id = "9900001-8", task = "laskutusyhteyshenkilö", position = "toimistonhoitaja",
                valid_from = people.Today.AddYears(-3), valid_to = person.Id == SocialCareCases.FormerCompanyContact ? people.Today.AddYears(-1) : (DateOnly?)null,
                updated_at = person.LastSeen,
            });
        }

        file.Add("permission", new
        {
            client_id = person.Id, channel = "list", purpose = "publication", allowed = dice.Percent(60), given_at = person.Since, given_through = "sähköposti",
        });
    }

    private void WriteOrder(Individual person, int number, SeededDice dice)
    {
        var (id, amount) = ($"P{person.Id}-{number}", (decimal)dice.Between(30, 140));
        file.Add("service_order", new
        {
            order_id = id, client_id = person.Id, ordered_at = person.LastSeen.AddDays(-30 * number), channel = "puhelin", status = "toteutunut", total = amount,
        });
        file.Add("order_row", new { order_id = id, row_number = 1, service = dice.Pick(services), quantity = 1m, amount });
    }
}
