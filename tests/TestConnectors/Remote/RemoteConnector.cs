using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.FaultSource;

namespace PersonalDataHub.TestConnectors.Remote;

/// <summary>A source that runs as a process of its own.</summary>
internal sealed class RemoteConnector(RemoteSettings settings, RemoteClient client)
    : IConnector, ISupportsRectification, ISupportsRestriction, ISupportsErasure
{
    private const string TypeName = "account";

    public SourceDescriptor Describe() => new()
    {
        RecordTypes =
        [
            new()
            {
                Name = TypeName,
                PluralName = "accounts",
                Description = "A person as this source knows them.",
                Category = "contact",
                Origin = DataOrigin.Provided,
                Fields =
                [
                    new() { Name = "number", Kind = FieldKind.Text, Description = "Customer number.", IdentityKind = IdentityKinds.CustomerNumber },
                    new() { Name = "name", Kind = FieldKind.Text, Description = "Family name.", ProfileTerm = ProfileTerms.FamilyName },
                    new() { Name = "email", Kind = FieldKind.Text, Description = "E-mail address." },
                ],
            },
        ],
        Accepts = [new(IdentityKinds.CustomerNumber, settings.CustomerNumberIssuer)],
        Abilities =
        [
            new() { Ability = Ability.Rectification, Mode = AbilityMode.Native },
            new() { Ability = Ability.Restriction, Mode = AbilityMode.Native },
            new() { Ability = Ability.Erasure, Mode = AbilityMode.Native },
        ],
    };

    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        await client.ReadAsync([], cancellationToken);
        return CheckResult.Fit();
    }

    public async Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var numbers = request.Identities.Where(identity => identity.Kind == IdentityKinds.CustomerNumber).Select(identity => identity.Value).ToList();
        var reply = await client.ReadAsync(numbers, cancellationToken);
        return new()
        {
            Records = [.. reply.Accounts.Select(account => RecordOf(account, request))],
            Total = reply.Accounts.Count,
            AsOf = reply.AsOf,
        };
    }

    public Task<WriteResult> RectifyAsync(RectificationRequest request, CancellationToken cancellationToken) => WriteAsync(
        request.Task, Operations.Rectify,
        [.. request.Corrections.Select(one => new Change(one.Target.Key, one.Target.Field, TextOf(one.Expected), TextOf(one.NewValue)))], cancellationToken);

    public Task<WriteResult> RestrictAsync(RestrictionRequest request, CancellationToken cancellationToken) =>
        WriteAsync(request.Task, request.Restricted ? Operations.Restrict : Operations.Lift, ChangesOf(request.Targets), cancellationToken);

    public Task<WriteResult> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        WriteAsync(request.Task, Operations.Preview, ChangesOf(request.Targets), cancellationToken);

    public Task<WriteResult> EraseAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        WriteAsync(request.Task, Operations.Erase, ChangesOf(request.Targets), cancellationToken);

    private async Task<WriteResult> WriteAsync(
        TaskKey task, string operation, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var key = settings.Repeats == RemoteSettings.Keyed ? task.TaskId : (Guid?)null;
        var reply = await client.WriteAsync(new WriteQuestion(task.TaskId, task.Fence, key, operation, changes), cancellationToken);
        return new() { Items = [.. reply.Answers.Select(ItemOf)] };
    }

    private static WriteItem ItemOf(Answer answer) => answer.Is switch
    {
        Answers.Done => new WriteDone(),
        Answers.Pending => new WritePending(answer.Token!, answer.From),
        Answers.NotHeld => new WriteNotHeld(),
        _ => new WriteConflict("The source holds something other than expected."),
    };

    private static IReadOnlyList<Change> ChangesOf(IReadOnlyList<RecordTarget> targets) =>
        [.. targets.Select(target => new Change(target.Key, target.Field, null, null))];

    private static string? TextOf(FieldValue? value) => (value as TextValue)?.Value;

    private static PersonalRecord RecordOf(Account account, ReadRequest request) => new()
    {
        RecordType = TypeName,
        Key = account.Number,
        Values =
        [
            new TextValue(account.Number),
            account.Name is null ? null : new TextValue(account.Name),
            account.Email is null ? null : new TextValue(account.Email),
        ],
        Restricted = account.Restricted,
        FoundBy = [.. request.Identities.Index().Where(identity => identity.Item.Value == account.Number).Select(identity => identity.Index)],
    };
}
