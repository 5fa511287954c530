using System.Text;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.Tests.LogIndex;

public sealed class CsvLineTests
{
    private static readonly string[] values = ["", "a", "ä,", "\"", "\"\"", ",\"x\",", "a\"b", "1,2", "\" <040>"];

    [Fact]
    public void Places_Should_AgreeWithSplit_When_FieldsAreQuotedOrBare()
    {
        // arrange
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var fields = Enumerable.Range(0, random.Next(1, 6)).Select(_ => values[random.Next(values.Length)]).ToList();
            var written = fields.ConvertAll(field =>
                field.AsSpan().IndexOfAny(',', '"') < 0 && random.Next(2) == 0 ? field : Encoding.UTF8.GetString(CsvLine.Quote(field)));
            var line = Encoding.UTF8.GetBytes(string.Join(',', written));

            // act
            var places = CsvLine.Places(line);

            // assert
            CsvLine.Split(line).ShouldBe(fields);
            places.Select(place => Encoding.UTF8.GetString(line.AsSpan(place))).ShouldBe(written);
        }
    }
}
