using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Loyalty;

/// <summary>Reads a loyalty programme's weekly CSV export.</summary>
internal sealed class LoyaltyConnector(LoyaltySettings settings, ExportStore exports, TimeProvider clock) : IConnector, ISupportsFacts
{
    private const string RecordTypeName = "membership";
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public SourceDescriptor Describe() => new()
    {
        RecordTypes =
        [
            new()
            {
                Name = RecordTypeName,
                PluralName = "memberships",
                Description = "A membership of the loyalty programme.",
                Category = "service",
                Origin = DataOrigin.Observed,
                Identifies = true,
                Fields =
                [
                    new() { Name = "number", Kind = FieldKind.Text, Description = "Membership number.", IdentityKind = IdentityKinds.CustomerNumber },
                    new()
                    {
                        Name = "customer", Kind = FieldKind.Text, Description = "Customer number.",
                        IdentityKind = IdentityKinds.CustomerNumber, IdentityIssuer = settings.CustomerNumberIssuer,
                    },
                    new() { Name = "level", Kind = FieldKind.Text, Description = "Level in force." },
                    new() { Name = "validFrom", Kind = FieldKind.Date, Description = "First day of the level." },
                    new() { Name = "validTo", Kind = FieldKind.Date, Description = "Last day of the level." },
                    new()
                    {
                        Name = "email", Kind = FieldKind.Text, Description = "E-mail address for offers.", Origin = DataOrigin.Provided,
                        IdentityKind = IdentityKinds.Email, ProfileTerm = ProfileTerms.Email,
                    },
                ],
            },
        ],
        Accepts =
        [
            new(IdentityKinds.CustomerNumber),
            new(IdentityKinds.CustomerNumber, settings.CustomerNumberIssuer),
            new(IdentityKinds.Email),
        ],
        Abilities = [new() { Ability = Ability.Facts, Mode = AbilityMode.Native }],
        Facts = [FactKinds.LastContact],
        Freshness = Week,
    };

    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        using var export = await exports.OpenAsync(cancellationToken);
        var remarks = new List<string> { $"The export is of {export.ExportedAt:yyyy-MM-dd HH:mm} UTC." };
        if (clock.GetUtcNow() - export.ExportedAt > Week)
        {
            remarks.Add("That is more than a week ago; has the weekly export stopped?");
        }

        return CheckResult.Fit([.. remarks, .. GapsOf(export, [])]);
    }

    public async Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        using var export = await exports.OpenAsync(cancellationToken);
        var found = request.RecordTypes.Contains(RecordTypeName) ? export.Find(request.Identities, cancellationToken) : [];
        var start = StartOf(request.PageToken, export);
        var end = Math.Min(start + request.PageSize, found.Count);
        return new()
        {
            Records = [.. found.Skip(start).Take(request.PageSize).Select(one => RecordOf(one.Membership, one.FoundBy))],
            NextPageToken = end < found.Count ? string.Create(CultureInfo.InvariantCulture, $"{export.ExportedAt.UtcTicks}/{end}") : null,
            Total = found.Count,
            AsOf = export.ExportedAt,
            Gaps = GapsOf(export, found.Select(one => one.Membership)),
        };
    }

    public async Task<FactsResult> ReadFactsAsync(FactsRequest request, CancellationToken cancellationToken)
    {
        using var export = await exports.OpenAsync(cancellationToken);
        var contacts = export.Find(request.Identities, cancellationToken).Select(one => one.Membership.StoredAt).OfType<DateTimeOffset>().ToList();
        DateTimeOffset? latest = contacts.Count > 0 ? contacts.Max() : null;
        return new([.. request.Facts.Select(name => new SourceFact(name, latest is not null, contacts.Count, latest))], export.ExportedAt);
    }

    private static PersonalRecord RecordOf(Membership membership, IReadOnlyList<int> foundBy) => new()
    {
        RecordType = RecordTypeName,
        Key = membership.Number,
        Values =
        [
            Text(membership.Number),
            Text(membership.Customer),
            Text(membership.Level),
            membership.ValidFrom is { } from ? new DateValue(from) : null,
            membership.ValidTo is { } to ? new DateValue(to) : null,
            Text(membership.Email),
        ],
        StoredAt = membership.StoredAt,
        ObservedAt = membership.StoredAt,
        FoundBy = foundBy,
    };

    private static TextValue? Text(string? text) => text is null ? null : new TextValue(text);

    private static IReadOnlyList<string> GapsOf(Export export, IEnumerable<Membership> memberships)
    {
        var gaps = new List<string>();
        if (export.UnreadLines > 0)
        {
            gaps.Add($"{export.UnreadLines} lines of the export could not be read.");
        }

        if (memberships.Count(membership => membership.HasUnreadableTime) is > 0 and var unreadable)
        {
            gaps.Add($"{unreadable} memberships have a date or time that could not be read.");
        }

        return gaps;
    }

    /// <summary>Where the page begins. A page of another export would leave records out or tell them twice.</summary>
    private static int StartOf(string? token, Export export)
    {
        if (token is null)
        {
            return 0;
        }

        var parts = token.Split('/');
        return parts is [var ticks, var start] && ticks == export.ExportedAt.UtcTicks.ToString(CultureInfo.InvariantCulture)
            ? int.Parse(start, CultureInfo.InvariantCulture)
            : throw new SourceException(FailureKind.Transient, "The export was replaced between two pages; begin again.");
    }
}
