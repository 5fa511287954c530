namespace PersonalDataHub.LoadComparison;

/// <summary>Something that answers with the view of a person, or with a part of it.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Process">The process that answers.</param>
/// <param name="Path">Where it is asked; a source is asked by GET, with the person in the path.</param>
/// <param name="BodyFile">The body of a request; null for GET.</param>
internal sealed record Contender(string Name, ContenderProcess Process, string Path, string? BodyFile)
{
    /// <summary>Stands in path and body where the person's id belongs.</summary>
    public const string AnyPerson = "000000";
}
