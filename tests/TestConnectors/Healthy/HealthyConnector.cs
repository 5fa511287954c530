using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Healthy;

/// <summary>Holds contacts and visits in memory, finds them by customer number or e-mail address, and counts visits as a fact.</summary>
internal sealed class HealthyConnector(HealthySettings settings, TimeProvider clock) : IConnector, ISupportsFacts
{
    public SourceDescriptor Describe() => new()
    {
        RecordTypes =
        [
            new()
            {
                Name = "contact",
                PluralName = "contacts",
                Description = "A person as this source knows them.",
                Category = settings.Category,
                Origin = DataOrigin.Provided,
                Identifies = true,
                AtMostOne = true,
                Fields =
                [
                    new() { Name = "number", Kind = FieldKind.Text, Description = "Customer number.", IdentityKind = IdentityKinds.CustomerNumber },
                    new() { Name = "name", Kind = FieldKind.Text, Description = "Family name.", ProfileTerm = ProfileTerms.FamilyName },
                    new()
                    {
                        Name = "emails",
                        Kind = FieldKind.List,
                        ItemKind = FieldKind.Text,
                        Description = "E-mail addresses.",
                        IdentityKind = IdentityKinds.Email,
                        ProfileTerm = ProfileTerms.Email,
                    },
                ],
            },
            new()
            {
                Name = "visit",
                PluralName = "visits",
                Description = "A visit to the shop.",
                Category = settings.Category,
                Origin = DataOrigin.Observed,
                Fields = [new() { Name = "at", Kind = FieldKind.Instant, Description = "When the visit began." }],
            },
        ],
        Accepts = [new(IdentityKinds.CustomerNumber), new(IdentityKinds.Email)],
        Abilities = [new() { Ability = Ability.Facts, Mode = AbilityMode.Native }],
        Facts = [FactKinds.LastContact],
    };

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(CheckResult.Fit($"{settings.People.Count} people"));

    public Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var records = settings.People.SelectMany(person => Records(person, request)).ToList();
        var offset = int.Parse(request.PageToken ?? "0", CultureInfo.InvariantCulture);
        var next = offset + request.PageSize;
        return Task.FromResult(new ReadPage
        {
            Records = [.. records.Skip(offset).Take(request.PageSize)],
            NextPageToken = next < records.Count ? next.ToString(CultureInfo.InvariantCulture) : null,
            Total = records.Count,
            AsOf = clock.GetUtcNow(),
        });
    }

    public Task<FactsResult> ReadFactsAsync(FactsRequest request, CancellationToken cancellationToken)
    {
        var visits = settings.People.Where(person => FoundBy(person, request.Identities).Count > 0)
            .SelectMany(person => person.Visits).Select(Instant).ToList();
        return Task.FromResult(new FactsResult(
            [.. request.Facts.Select(fact => new SourceFact(fact, visits.Count > 0, visits.Count, visits.Count > 0 ? visits.Max() : null))],
            clock.GetUtcNow()));
    }

    private static IEnumerable<PersonalRecord> Records(Person person, ReadRequest request)
    {
        var foundBy = FoundBy(person, request.Identities);
        if (foundBy.Count == 0)
        {
            yield break;
        }

        if (request.RecordTypes.Contains("contact"))
        {
            FieldValue? emails = person.Emails.Count == 0 ? null : new ListValue([.. person.Emails.Select(email => new TextValue(email))]);
            yield return new()
            {
                RecordType = "contact",
                Key = person.Number,
                Values = [new TextValue(person.Number), new TextValue(person.Name), emails],
                FoundBy = foundBy,
            };
        }

        foreach (var visit in request.RecordTypes.Contains("visit") ? person.Visits : [])
        {
            yield return new()
            {
                RecordType = "visit",
                Key = $"{person.Number}/{visit}",
                Values = [new InstantValue(Instant(visit))],
                ObservedAt = Instant(visit),
                FoundBy = foundBy,
            };
        }
    }

    private static IReadOnlyList<int> FoundBy(Person person, IReadOnlyList<SubjectIdentity> identities) =>
    [
        .. Enumerable.Range(0, identities.Count).Where(position => identities[position] switch
        {
            { Kind: IdentityKinds.CustomerNumber, Value: var number } => number == person.Number,
            { Kind: IdentityKinds.Email, Value: var email } => person.Emails.Contains(email, StringComparer.OrdinalIgnoreCase),
            _ => false,
        }),
    ];

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
