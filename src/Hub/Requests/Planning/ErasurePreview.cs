using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Asks one source what an erasure of one person would do there.</summary>
internal sealed class ErasurePreview(PreviewErasure preview, SourceFile file)
{
    // Enough for nearly everybody's file in one call; a source with more is asked again rather than sent a huge request.
    private const int TargetsPerCall = 500;

    /// <summary>The answers, in the targets' order.</summary>
    /// <exception cref="ShareNotPlannedException">The source did not say.</exception>
    public async Task<IReadOnlyList<WriteItem>> AskAsync(
        IReadOnlyList<(RecordTarget Target, bool Anonymise)> targets, CancellationToken cancellationToken)
    {
        var answers = new List<WriteItem>(targets.Count);
        foreach (var part in targets.Chunk(TargetsPerCall))
        {
            var request = new ErasureRequest
            {
                Task = new(Guid.NewGuid(), 0),
                Identities = file.Identities,
                Targets = [.. part.Select(one => one.Target)],
                Anonymised = [.. part.Where(one => one.Anonymise).Select(one => one.Target)],
            };
            var call = await preview(file.Source, request, cancellationToken).ConfigureAwait(false);
            answers.AddRange(call.Answered ? call.Value.Items : throw new ShareNotPlannedException(call.Failure));
        }

        return answers;
    }
}
