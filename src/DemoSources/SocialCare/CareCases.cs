using PersonalDataHub.DemoSources.Databases;
using PersonalDataHub.DemoSources.People;

namespace PersonalDataHub.DemoSources.SocialCare;

/// <summary>Writes what the case system holds of a person.</summary>
internal sealed class CareCases(SqliteFile file, SocialCarePeople people)
{
    private static readonly string[] needs = ["arjessa selviytyminen", "asiointi kodin ulkopuolella", "perheen tuki"];
    private static readonly string[] workers = ["Ohjaaja Helka Malli", "Lähihoitaja Reino Näyte"];

    public void Write(Individual person, SeededDice dice)
    {
        var (number, ended, worker) = ($"N{person.Id}", people.EndedOn(person), dice.Pick(workers));
        file.Add("care_client", new
        {
            number, client_id = person.Id, identity_code = person.Id == SocialCareCases.WrongCode ? "010180-9015" : person.Who.IdentityCode,
            family_name = person.Who.FamilyName, given_names = person.Who.GivenName, relationship_ended_on = ended, created_at = person.Since, updated_at = person.LastSeen,
        });
        file.Add("care_case", new
        {
            case_id = $"{number}-1", number, service = "kotipalvelu", need = dice.Pick(needs), worker,
            opened_on = DateOnly.FromDateTime(person.Since.UtcDateTime), closed_on = ended, updated_at = person.LastSeen,
        });
        for (var visit = dice.Between(1, 3); visit > 0; visit--)
        {
            var body = person.Id == SocialCareCases.NotesOnOthers
                ? "Naapuri avustaa kaupassa käynnissä; naapurin oma tilanne on heikentynyt."
                : "Kotikäynti sujui sovitusti.";
            file.Add("care_note", new { note_id = $"{number}-1-{visit}", number, case_id = $"{number}-1", written_at = person.LastSeen.AddDays(-7 * (visit - 1)), author = worker, body });
        }
    }
}
