using System.Text;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.Tests.Validation;

/// <summary>
/// Tries one rule on documents. Where an error is expected the document carries the mark <c>§</c>; the marks are
/// taken out before it is read, and errors must stand at exactly those places.
/// </summary>
public abstract class RuleTests
{
    private protected abstract ValidationRule Make(ValidationContext context);

    private protected virtual Schema Schema => ValidationSchema.Schema;

    private protected virtual ValidationOptions Options => new() { MaximumErrors = 50 };

    private protected void Valid(string document) => Invalid(document);

    private protected void Invalid(string marked, params string[] messages)
    {
        var (text, marks) = TakeMarks(marked);

        var errors = DocumentValidator.Validate(Schema, Parser.ParseDocument(text), Options, context => [Make(context)]);

        errors.Select(error => error.Message).ShouldBe(messages);
        errors.SelectMany(error => error.Locations!).Distinct().OrderBy(place => place.Line).ThenBy(place => place.Column).ShouldBe(marks);
        errors.ShouldAllBe(error => error.Code == DocumentValidator.ErrorCode);
    }

    private static (string Text, IReadOnlyList<Location> Marks) TakeMarks(string marked)
    {
        var text = new StringBuilder();
        var marks = new List<Location>();
        var (line, column) = (1, 1);
        foreach (var character in marked)
        {
            if (character == '§')
            {
                marks.Add(new Location(line, column));
                continue;
            }

            text.Append(character);
            (line, column) = character == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        return (text.ToString(), marks);
    }
}
