using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Loyalty;

/// <summary>The export as it was when it was opened, with its index.</summary>
internal sealed class Export(FileStream file, ExportHeader header, ExportIndex index, string issuer) : IDisposable
{
    public DateTimeOffset ExportedAt { get; } = new(File.GetLastWriteTimeUtc(file.SafeFileHandle));

    public long UnreadLines => index.UnreadLines;

    /// <summary>The memberships that any of the identities finds, by number, each with the positions of those that do.</summary>
    public IReadOnlyList<(Membership Membership, IReadOnlyList<int> FoundBy)> Find(
        IReadOnlyList<SubjectIdentity> identities, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<long, (Membership Membership, List<int> FoundBy)>();
        for (var position = 0; position < identities.Count; position++)
        {
            var identity = identities[position];
            if (FieldOf(identity) is not { } field)
            {
                continue;
            }

            var value = field == "email" ? identity.Value.ToLowerInvariant() : identity.Value;
            foreach (var offset in index.Find(ExportIndex.DigestOf(field, value)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Read(offset) is { } membership
                    && IdentitiesOf(membership).Contains((field, value))
                    && membership.Overlaps(identity.ValidFrom, identity.ValidTo))
                {
                    found.TryAdd(offset, (membership, []));
                    found[offset].FoundBy.Add(position);
                }
            }
        }

        return [.. found
            .OrderBy(one => one.Value.Membership.Number, StringComparer.Ordinal)
            .Select(one => (one.Value.Membership, (IReadOnlyList<int>)one.Value.FoundBy))];
    }

    /// <summary>By what a membership is found.</summary>
    public static IEnumerable<(string Field, string Value)> IdentitiesOf(Membership membership)
    {
        yield return ("number", membership.Number);
        if (membership.Customer is { } customer)
        {
            yield return ("customer", customer);
        }

        if (membership.Email is { } email)
        {
            yield return ("email", email.ToLowerInvariant());
        }
    }

    public void Dispose()
    {
        index.Dispose();
        file.Dispose();
    }

    private string? FieldOf(SubjectIdentity identity) => identity.Kind switch
    {
        IdentityKinds.Email => "email",
        IdentityKinds.CustomerNumber when identity.Issuer == issuer => "customer",
        IdentityKinds.CustomerNumber => "number",
        _ => null,
    };

    private Membership? Read(long offset)
    {
        file.Position = offset;
        return new LineReader(file, bufferSize: 512).Read() is { } line ? header.Parse(line) : null;
    }
}
