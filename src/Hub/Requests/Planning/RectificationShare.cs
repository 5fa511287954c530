using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Plans one source's share of a rectification: exactly the values named (GDPR Art. 16).</summary>
internal sealed class RectificationShare(RecordSeal seal)
{
    /// <summary>
    /// The corrections named at the source; of a value that was not read, or is not the one decided on, the previous value
    /// is left open and only its tag tells whether it may be corrected.
    /// </summary>
    public IReadOnlyList<PlannedItem> Of(Register register, SourceFile file, RectificationContent content) =>
    [
        .. from correction in content.Corrections
           from target in correction.Targets
           let opened = seal.OpenRef(target.Ref)
           where opened is not null && opened.Value.Register == register.Id && opened.Value.Source == file.Source.Id
           select Item(file, opened.Value.Target, correction, target.ExpectedTag),
    ];

    private PlannedItem Item(SourceFile file, RecordTarget target, Correction correction, string expectedTag)
    {
        var value = file.ValueOf(target);
        var asDecided = file.RecordOf(target) is not null && seal.Tag(file.Source, target, value) == expectedTag;
        return new()
        {
            Target = target,
            Fate = Fate.Correct,
            Article = Articles.Rectification,
            Reason = ByHand.ReasonFor(file.Source, Ability.Rectification, target.RecordType),
            Previous = asDecided ? value : null,
            NewValue = correction.NewValue,

            // Of an empty field there is nothing to decide on: the source is told to expect it empty.
            ExpectedTag = asDecided && value is null ? null : expectedTag,
        };
    }
}
