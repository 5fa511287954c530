using PersonalDataHub.DemoSources.Databases;
using PersonalDataHub.DemoSources.People;

namespace PersonalDataHub.DemoSources.Wellbeing;

/// <summary>Writes what the well-being company's CRM holds of a person.</summary>
internal sealed class WellbeingCrm(SqliteFile file, DateTimeOffset now)
{
    private static readonly string[] services = ["Hieronta", "Työfysioterapia", "Ravitsemusohjaus", "Uniohjaus", "Jooga"];
    private static readonly string[] professionals = ["Hoitaja Impi Esimerkki", "Fysioterapeutti Otso Malli", "Ohjaaja Vieno Näyte"];
    private static readonly string[] levels = ["pronssi", "hopea", "kulta"];
    private static readonly string[] topics = ["ergonomia", "palautuminen", "kestävyysjuoksu", "kasvisruoka"];

    public void Write(Individual person, SeededDice dice)
    {
        var id = person.Id;
        var dates = id != WellbeingCases.WithoutDates;
        DateTimeOffset? since = dates ? person.Since : null;
        DateTimeOffset? updated = dates ? person.LastSeen : null;
        file.Add("customer", new
        {
            customer_id = id, family_name = person.Who.FamilyName, given_names = person.Who.GivenName,
            preferred_name = dice.Percent(40) || person.Who.Plain ? person.Who.GivenName[..3] : null,
            identity_code = person.Who.IdentityCode, birth_date = person.Who.BirthDate,
            gender = dice.Pick(["nainen", "mies", "muu"]), language = dice.Percent(90) ? "fi" : "sv",
            profile_id = $"P-{dice.Next() % 1_000_000_000:000000000}", created_at = since, updated_at = updated,
        });
        file.Add("email", new { customer_id = id, address = person.Email, shared = false, updated_at = updated });
        file.Add("phone", new { customer_id = id, number = person.Who.Phone, updated_at = updated });
        file.Add("postal_address", new
        {
            customer_id = id, street = person.Home.Street, post_code = person.Home.PostCode, city = person.Home.City, country = "FI", updated_at = updated,
        });
        file.Add("household", new
        {
            customer_id = id, housing = dice.Pick(["kerrostalo", "rivitalo", "omakotitalo"]), persons = dice.Between(1, 5), stored_at = since, confirmed_at = updated,
        });
        WriteUse(person, dice);
        WriteContacts(person, dice);
        WritePermissions(person, dice);
    }

    public void WriteNextOfKin(Individual person, Individual kin) => file.Add("next_of_kin", new
    {
        customer_id = person.Id, name = $"{kin.Who.GivenName} {kin.Who.FamilyName}", relationship = "sisar", phone = kin.Who.Phone, updated_at = person.LastSeen,
    });

    private void WriteUse(Individual person, SeededDice dice)
    {
        var used = person.LastSeen.AddDays(-2);
        file.Add("service_use", new
        {
            customer_id = person.Id, service = dice.Pick(services), state = "used", unit = "Keskustan toimipiste", professional = dice.Pick(professionals),
            wished_on = (DateOnly?)null, used_at = (DateTimeOffset?)used, price = (decimal?)dice.Between(40, 110), payer = "asiakas",
            paid_on = (DateOnly?)Day(used.AddDays(14)), stored_at = used,
        });
        if (person.Who.Plain || dice.Percent(40))
        {
            file.Add("service_use", new
            {
                customer_id = person.Id, service = dice.Pick(services), state = "wished", unit = (string?)null, professional = (string?)null,
                wished_on = (DateOnly?)Day(used), used_at = (DateTimeOffset?)null, price = (decimal?)null, payer = (string?)null,
                paid_on = (DateOnly?)null, stored_at = used,
            });
        }

        file.Add("loyalty_level", new
        {
            customer_id = person.Id, level = dice.Pick(levels), valid_from = Day(person.LastSeen).AddDays(-200), valid_to = (DateOnly?)Day(person.LastSeen).AddDays(165), stored_at = person.LastSeen.AddDays(-200),
        });
        foreach (var (channel, automatic) in ((string, bool)[])[("email", true), ("web", true), ("sms", false)])
        {
            if (person.Who.Plain || dice.Percent(50))
            {
                file.Add("delivery", new
                {
                    customer_id = person.Id, channel, automatic, subject = "Syksyn tuntiaikataulu", sent_at = person.LastSeen.AddDays(-20), outcome = "delivered",
                });
            }
        }
    }

    private void WriteContacts(Individual person, SeededDice dice)
    {
        var professional = dice.Pick(professionals);
        file.Add("staff_contact", new { customer_id = person.Id, person = professional, task = "hoito", met_at = person.LastSeen.AddDays(-2) });
        file.Add("interest", new { customer_id = person.Id, topic = dice.Pick(topics) });
        if (!person.Who.Plain && dice.Percent(40))
        {
            return;
        }

        file.Add("service_note", new
        {
            customer_id = person.Id, about = professional, author = "asiakaspalvelija 4", body = "Toivoo samaa ammattilaista myös ensi kerralla.", written_at = person.LastSeen,
        });
        file.Add("feedback", new { customer_id = person.Id, kind = "satisfaction", score = (int?)dice.Between(2, 5), words = "Hyvä palvelu.", given_at = person.LastSeen });
        file.Add("feedback", new { customer_id = person.Id, kind = "wish", score = (int?)null, words = "Iltavastaanottoa lisää.", given_at = person.LastSeen.AddDays(-1) });
        file.Add("authentication_means", new
        {
            customer_id = person.Id, means = "mobiilivarmenne", identifier = $"M{dice.Next() % 100_000_000:00000000}", registered_at = person.Since, last_used_at = (DateTimeOffset?)person.LastSeen,
        });
    }

    private void WritePermissions(Individual person, SeededDice dice)
    {
        var forbids = person.Id == WellbeingCases.NoMarketing;
        foreach (var channel in (string[])["email", "sms", "phone", "post", "web"])
        {
            Permission(person, channel, "direct-marketing", !forbids && dice.Percent(50));
        }

        Permission(person, "web", "profiling", !forbids && person.Id != WellbeingCases.NoProfiling);
        if (person.Id == WellbeingCases.NoProfiling)
        {
            Permission(person, "all", "combination", allowed: false);
        }
    }

    private void Permission(Individual person, string channel, string purpose, bool allowed) => file.Add("permission", new
    {
        customer_id = person.Id, channel, purpose, allowed, given_at = person.Since, given_through = "asiakaspalvelu",
    });

    private DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime((time < now ? time : now).UtcDateTime);
}
