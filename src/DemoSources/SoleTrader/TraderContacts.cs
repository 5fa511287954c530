using PersonalDataHub.DemoSources.Databases;
using PersonalDataHub.DemoSources.People;

namespace PersonalDataHub.DemoSources.SoleTrader;

/// <summary>Writes what the sole trader's customer list holds of a person.</summary>
internal sealed class TraderContacts(SqliteFile file, SoleTraderPeople people)
{
    private static readonly string[] occupations = ["toimitusjohtaja", "markkinointipäällikkö", "yrittäjä", "sihteeri"];
    private static readonly string[] businessIds = ["9900008-5", "9900009-3", "9900004-2", "9900018-1"];

    public void Write(Individual person, SeededDice dice)
    {
        file.Add("person", new
        {
            person_id = person.Id, family_name = person.Who.FamilyName, given_names = person.Who.GivenName,
            identity_code = person.Who.Plain || dice.Percent(30) ? person.Who.IdentityCode : null, occupation = dice.Pick(occupations),
            street = person.Home.Street, post_code = person.Home.PostCode, city = person.Home.City, country = "FI", created_at = person.Since, updated_at = person.LastSeen,
        });
        WriteContacts(person);
        WriteCompany(person, dice);
        if (person.Id != SoleTraderCases.AskedOnly)
        {
            file.Add("customership", new
            {
                person_id = person.Id, kind = dice.Percent(80) || person.Who.Plain ? "sopimus" : "muu asiallinen yhteys", basis = "asiakassuhde",
                started_on = DateOnly.FromDateTime(person.Since.UtcDateTime), ended_on = people.EndedOn(person), updated_at = person.LastSeen,
            });
            file.Add("service_use", new { person_id = person.Id, service = "Neuvottelu", used_at = LastUse(person) });
            file.Add("service_note", new { person_id = person.Id, author = "yrittäjä", body = "Sovittiin seuraavan kampanjan aikataulusta.", written_at = LastUse(person) });
        }

        foreach (var (channel, purpose) in ((string, string)[])[("email", "direct-marketing"), ("phone", "distance-selling"), ("post", "market-research")])
        {
            file.Add("permission", new
            {
                person_id = person.Id, channel, purpose, allowed = person.Id != SoleTraderCases.NoMarketing && dice.Percent(60), given_at = person.Since, given_through = "yhteydenottolomake",
            });
        }
    }

    private DateTimeOffset LastUse(Individual person) => people.EndedOn(person) is { } ended
        ? new(ended, new TimeOnly(12, 0), TimeSpan.Zero)
        : person.LastSeen;

    private void WriteContacts(Individual person)
    {
        var first = person.Id == SoleTraderCases.ShownFirst;
        foreach (var address in first ? [person.Email, "myynti.50001@example.com", "koti.50001@example.net"] : (string[])[person.Email])
        {
            file.Add("email", new { person_id = person.Id, address, shared = false, updated_at = person.LastSeen });
        }

        foreach (var number in first ? [person.Who.Phone, Phones.Further(501)] : (string[])[person.Who.Phone])
        {
            file.Add("phone", new { person_id = person.Id, number, updated_at = person.LastSeen });
        }
    }

    private void WriteCompany(Individual person, SeededDice dice)
    {
        var (company, businessId) = person.Id switch
        {
            SoleTraderCases.ContactFirst or SoleTraderCases.ContactSecond => (Names.Company(50), SoleTraderCases.SharedBusinessId),
            SoleTraderCases.TraderCustomer => ($"Tmi {person.Who.GivenName} {person.Who.FamilyName}", "9900007-7"),
            _ => (Names.Company(51 + (person.Place % 4)), businessIds[person.Place % 4]),
        };
        if (person.Id is SoleTraderCases.PrivatePerson or SoleTraderCases.AskedOnly || (!person.Who.Plain && dice.Percent(25)))
        {
            return;
        }

        file.Add("company_contact", new
        {
            person_id = person.Id, company_name = company, business_id = businessId, task = "yhteyshenkilö", position = dice.Pick(occupations),
            valid_from = DateOnly.FromDateTime(person.Since.UtcDateTime), valid_to = people.EndedOn(person), updated_at = person.LastSeen,
        });
    }
}
