using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>The rows that an erasure changes, and the answers to all its targets in their order.</summary>
internal sealed class ErasurePlan(int targets)
{
    private readonly WriteItem[] answers = new WriteItem[targets];
    private readonly List<RowErasure> rows = [];

    public IReadOnlyList<RowErasure> Rows => rows;

    public IReadOnlyList<WriteItem> Answers => answers;

    public void Answer(IEnumerable<int> positions, WriteItem answer)
    {
        foreach (var position in positions)
        {
            answers[position] = answer;
        }
    }

    public void Add(RowErasure erasure)
    {
        rows.Add(erasure);
        foreach (var (position, answer) in erasure.Answers)
        {
            answers[position] = answer;
        }
    }
}
