using System.Buffers;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>
/// What one uninterrupted run of fields has written. Where a field waits there is a gap, which the field's own strand
/// fills; a nullable value with gaps is remembered, since a null that a gap hands on takes its place.
/// </summary>
internal sealed class Strand(ResponsePart part)
{
    private List<Gap>? gaps;
    private List<Nullable>? nullables;
    private List<Task>? abandoned;

    public ResponsePart Part => part;

    public JsonBuffer Json { get; } = new();

    /// <summary>The deferred groups found, which are started once nothing is left to do without waiting.</summary>
    public List<DeferredGroup>? Unstarted { get; set; }

    /// <summary>The position among the errors of what made the value around it null.</summary>
    public int Cause { get; set; }

    /// <summary>Whether all of it is null, and the null is handed on.</summary>
    public bool IsHandedOn { get; set; }

    public bool HasGaps => gaps is not null;

    public (int Position, int Gaps) Mark => (Json.Position, gaps?.Count ?? 0);

    public void AddGap(Task<Strand> content) => (gaps ??= []).Add(new Gap(Json.Position, content));

    /// <summary>Remembers the nullable value that began at the mark, if it has gaps.</summary>
    public void Close((int Position, int Gaps) mark, ref Spot spot)
    {
        if (gaps?.Count > mark.Gaps)
        {
            (nullables ??= []).Add(new Nullable(mark.Position, Json.Position, mark.Gaps, gaps.Count, spot.Path));
        }
    }

    /// <summary>Puts null where the mark is. What still runs for the gaps behind it is waited for, but not shown.</summary>
    public void Nullify((int Position, int Gaps) mark, ref Spot spot)
    {
        Json.CutTo(mark.Position);
        Json.WriteNull();
        part.AddNulled(spot.Path, Cause);
        if (gaps?.Count > mark.Gaps)
        {
            (abandoned ??= []).AddRange(gaps.Skip(mark.Gaps).Select(g => g.Content));
            gaps.RemoveRange(mark.Gaps, gaps.Count - mark.Gaps);
            nullables?.RemoveAll(n => n.FirstGap >= mark.Gaps);
        }
    }

    /// <summary>Waits until all gaps from one on are filled.</summary>
    public async ValueTask FinishAsync(int from = 0)
    {
        for (var i = from; i < gaps?.Count; i++)
        {
            if (await gaps[i].Content is { IsHandedOn: true } failed)
            {
                HandOn(i, failed.Cause);
            }
        }

        foreach (var task in abandoned ?? [])
        {
            await task;
        }
    }

    /// <summary>Copies the JSON with all gaps filled, if there is somewhere to copy it to.</summary>
    /// <returns>Its length in bytes.</returns>
    public int CopyTo(IBufferWriter<byte>? output)
    {
        if (IsHandedOn)
        {
            return Copy("null"u8, output);
        }

        var (length, end) = (0, 0);
        for (var i = 0; i < gaps?.Count; i++)
        {
            var gap = gaps[i];
            if (nullables?.FindLast(n => n.IsNull && n.FirstGap <= i && i < n.EndGap) is { } isNull)
            {
                if (isNull.Start >= end)
                {
                    length += Copy(Json.Written[end..isNull.Start], output) + Copy("null"u8, output);
                    end = isNull.End;
                }
            }
            else
            {
                length += Copy(Json.Written[end..gap.Position], output) + gap.Content.Result.CopyTo(output);
                end = gap.Position;
            }
        }

        return length + Copy(Json.Written[end..], output);
    }

    /// <summary>Gives the memory back; nothing can be copied any more.</summary>
    public void Release()
    {
        Json.Release();
        foreach (var gap in gaps ?? [])
        {
            gap.Content.Result.Release();
        }
    }

    private static int Copy(ReadOnlySpan<byte> json, IBufferWriter<byte>? output)
    {
        output?.Write(json);
        return json.Length;
    }

    private void HandOn(int gap, int cause)
    {
        // The innermost comes first, since it was closed first.
        if (nullables?.Find(n => n.FirstGap <= gap && gap < n.EndGap) is { } nullable)
        {
            nullable.IsNull = true;
            part.AddNulled(nullable.Path, cause);
        }
        else
        {
            Cause = IsHandedOn ? Math.Min(Cause, cause) : cause;
            IsHandedOn = true;
        }
    }

    private readonly record struct Gap(int Position, Task<Strand> Content);

    private sealed record Nullable(int Start, int End, int FirstGap, int EndGap, ResponsePath? Path)
    {
        public bool IsNull { get; set; }
    }
}
