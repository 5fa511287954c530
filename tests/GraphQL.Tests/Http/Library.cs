using System.Collections.Concurrent;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Http;

/// <summary>A small schema that uses every annotation: books, their writers and loans.</summary>
[QueryType]
public static class LibraryQueries
{
    /// <summary>All books, or those of a kind.</summary>
    public static IReadOnlyList<Book> GetBooks(Genre? genre = null, int first = 10) =>
        [.. Shelf.Books.Where(b => genre is null || b.Genre == genre).Take(first)];

    public static async Task<Book?> GetBookAsync([ID] string id, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return Shelf.Books.FirstOrDefault(b => b.Id == id);
    }

    public static IReadOnlyList<IItem> Search(BookKey key) =>
        [.. Shelf.Books.Where(b => b.Id == key.Id || b.Title == key.Title), new Magazine("m1", "Monthly", 7)];

    public static Opening Opening([DefaultValue("PT2S")] TimeSpan waitAtMost, DateOnly day) =>
        new(day, waitAtMost, new DateTimeOffset(2026, 5, 1, 9, 0, 0, TimeSpan.FromHours(3)), 12.50m);

    public static string Fails() => throw new InvalidOperationException("secret value");

    public static string FailsPolitely() => throw new GraphQLException("Closed today.", "CLOSED");

    [RequiresRole("librarian")]
    public static string? Ledger(IResolverContext context) => context.ContextData["ledger"] as string;

    [GraphQLDeprecated("Use books.")]
    public static IEnumerable<string> Titles([Service] TimeProvider clock) => clock is null ? [] : Shelf.Books.Select(b => b.Title);
}

[ObjectType<Book>]
public static class BookNode
{
    public static async ValueTask<Writer> GetWriter([Parent] Book book)
    {
        await Task.Yield();
        return new Writer(book.WriterId, book.WriterId == "w0" ? null! : "Writer " + book.WriterId);
    }

    public static IReadOnlyList<string> GetSelected([Parent] Book book, IResolverContext context) =>
        [.. context.Selection.Field.Name == "selected" ? [book.Id] : Array.Empty<string>()];
}

[MutationType]
public static class LibraryMutations
{
    private static readonly ConcurrentQueue<string> Order = new();

    /// <summary>Lends a book.</summary>
    [Error<UnknownBookException>]
    [Error<AlreadyLentError>]
    public static async Task<Loan> LendBookAsync([ID] string book, string to, LoanTerms? terms, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Order.Enqueue(book);
        return book switch
        {
            "lent" => throw new AlreadyLentException(new DateOnly(2026, 6, 1)),
            "secret" => throw new InvalidOperationException("secret value"),
            _ when Shelf.Books.All(b => b.Id != book) => throw new UnknownBookException(),
            _ => new Loan(to, terms?.Days ?? 0, string.Join(',', Order)),
        };
    }
}

public static class Shelf
{
    public static IReadOnlyList<Book> Books { get; } =
    [
        new("b1", "Kalevala", Genre.EpicPoem, "w1"),
        new("b2", "Seitsemän veljestä", Genre.Novel, "w2"),
        new("b3", "Nameless", Genre.Novel, "w0"),
    ];
}

[InterfaceType]
public interface IItem
{
    [ID]
    string Id { get; }

    string Title { get; }
}

public sealed record Book([property: ID] string Id, string Title, Genre Genre, [property: GraphQLIgnore] string WriterId) : IItem;

public sealed record Magazine([property: ID] string Id, string Title, int Issue) : IItem;

public sealed record Writer([property: ID] string Id, string Name);

public sealed record Loan(string To, int Days, string Order);

public sealed record LoanTerms([property: DefaultValue(14)] int Days, string? Note);

public sealed record Opening(DateOnly Day, TimeSpan Waited, DateTimeOffset Opens, decimal Fee);

[OneOf]
[GraphQLName("BookKey")]
public sealed record BookKey([property: ID] string? Id, string? Title);

public enum Genre
{
    EpicPoem,
    Novel,
}

public sealed class UnknownBookException() : Exception("There is no such book.");

public sealed class AlreadyLentException(DateOnly until) : Exception("Lent already.")
{
    public DateOnly Until => until;
}

public sealed class AlreadyLentError(AlreadyLentException exception)
{
    public string Message { get; } = exception.Message;

    public DateOnly Until { get; } = exception.Until;
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresRoleAttribute(string role) : Attribute, IFieldMetadata
{
    public string Role { get; } = role;
}
