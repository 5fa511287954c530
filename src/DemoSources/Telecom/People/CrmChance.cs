using PersonalDataHub.DemoSources.People;

namespace PersonalDataHub.DemoSources.Telecom.People;

/// <summary>What the CRM happens to hold of an ordinary customer.</summary>
internal sealed class CrmChance(int seed, DateTimeOffset now)
{
    private static readonly string[] Notes =
    [
        "Asked when the new router arrives.", "Asked about coverage at the summer cottage.",
        "Wanted the invoice explained; explained.", "Reported a slow connection; restarted at the exchange.",
        "Asked to move the subscription to a new home.",
    ];

    private static readonly string[] channels = ["shop", "web", "telephone"];

    public CrmCustomer Make(Who who, CrmAddress home, string email, DateTimeOffset since)
    {
        var dice = new SeededDice(seed, who.Number, DiceAspect.Crm);
        var updated = LocalTime.Seconds(now.AddDays(-dice.Between(1, 600)).AddMinutes(-dice.Below(900)));
        var keepsCode = who.Plain || !dice.Percent(10);
        return new CrmCustomer
        {
            FamilyName = who.FamilyName,
            GivenNames = dice.Percent(60) ? $"{who.GivenName} {Names.GivenName(dice)}" : who.GivenName,
            PreferredName = dice.Percent(30) ? who.GivenName : null,
            IdentityCode = keepsCode ? who.IdentityCode : null,
            BirthDate = who.BirthDate,
            Language = dice.Percent(88) ? "fi" : "sv",
            CreatedAt = since,
            UpdatedAt = updated,
            Emails = [new CrmEmail(email, updated, ValidFrom: DateOnly.FromDateTime(since.UtcDateTime))],
            Phones = [new CrmPhone(who.Phone, updated, ValidFrom: DateOnly.FromDateTime(since.UtcDateTime))],
            Addresses = [home with { UpdatedAt = updated }],
            Permissions =
            [
                new CrmPermission("email", dice.Percent(40), since),
                new CrmPermission("sms", dice.Percent(20), since),
            ],
            Notes = dice.Percent(35) ? [new CrmNote(updated.AddDays(-1), "agent07", dice.Pick(Notes))] : [],
            Orders =
            [
                new CrmOrder(since, channels[who.Number % channels.Length], "new-subscription", Offers.Products[who.Number % Offers.Products.Count].Name),
            ],
        };
    }
}
