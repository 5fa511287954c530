using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Brings the record types that sources declare into the schema: a type, a connection and a field of the registrant each.</summary>
internal sealed class ConnectorTypes : ITypeModule
{
    private const string PageArguments = "How many records at most, 1 to 100.";
    private const int SourceCalls = 10;
    private readonly CatalogHolder catalogs;
    private readonly RecordFieldTypes fieldTypes;

    public ConnectorTypes(CatalogHolder catalogs, RecordFieldTypes fieldTypes)
    {
        (this.catalogs, this.fieldTypes) = (catalogs, fieldTypes);
        catalogs.Changed += _ => TypesChanged?.Invoke(this, EventArgs.Empty);
    }

    public event EventHandler? TypesChanged;

    public ValueTask<IReadOnlyCollection<TypeConfiguration>> CreateTypesAsync(CancellationToken cancellationToken)
    {
        var recordTypes = RecordTypesOf(catalogs.Current);
        IReadOnlyCollection<TypeConfiguration> types =
        [
            RecordInterface(),
            Connection("PersonalRecord", "Records of several types."),
            new ObjectTypeExtensionConfiguration("Registrant", [AllRecords(), .. recordTypes.Select(RecordsOfType)]),
            .. recordTypes.Select(RecordObject),
            .. recordTypes.Select(type => Connection(NameOf(type), $"Records of type {type.Name}.")),
            .. recordTypes.SelectMany(type => fieldTypes.PartsOf(type, NameOf(type))),
        ];
        return ValueTask.FromResult(types);
    }

    // The same name in several registers is one type: fields that later ones add come last, a field of another kind stays out.
    private static List<MergedRecordType> RecordTypesOf(ConnectorCatalog catalog) =>
        [.. catalog.Registers
            .SelectMany(register => catalog.RecordTypes(register.Id))
            .GroupBy(type => type.Name)
            .Select(same => same.First() with { Fields = [.. same.SelectMany(type => type.Fields).DistinctBy(field => field.Name)] })
            .DistinctBy(type => type.PluralName)];

    private static string NameOf(MergedRecordType type) => RecordFieldTypes.Pascal(type.Name);

    private static InterfaceTypeConfiguration RecordInterface() =>
        new("PersonalRecord", "A record that a source holds of a person.", [.. RecordFieldTypes.Common.Select(field => field with { PureResolver = null })]) { Rule = RecordFieldTypes.Rule };

    private ObjectTypeConfiguration RecordObject(MergedRecordType type) => new(
        NameOf(type),
        type.Description,
        [.. RecordFieldTypes.Common, .. type.Fields.Select(field => fieldTypes.Field(NameOf(type), field))])
    {
        Rule = RecordFieldTypes.Rule,
        Interfaces = ["PersonalRecord"],
        IsTypeOf = value => value is HeldRecord record && record.RecordType == type.Name,
    };

    private static ObjectTypeConfiguration Connection(string node, string description) => new(
        $"{node}Connection",
        $"{description} A page of them over several sources, with completeness stated.",
        [
            List("nodes", $"[{node}!]!", "The records, source by source.", list => list.Nodes),
            List("pageInfo", "PageInfo!", "Whether there is more.", list => new PageInfo(list.HasNextPage, list.EndCursor)),
            List("complete", "Boolean!", "False when a source that may hold such records did not answer wholly.", list => list.Complete),
            List("withheld", "[Withheld!]!", "Why values of these records are not shown: the restrictions that forbid it.", list => list.Withheld),
            List("missing", "[SourceReading!]!", "The sources whose records may be missing.", list => list.Missing),
        ]) { Rule = RecordFieldTypes.Rule };

    private static ObjectFieldConfiguration List(string name, string type, string description, Func<RecordList, object?> read) =>
        new() { Name = name, Type = type, Description = description, PureResolver = context => read(context.Parent<RecordList>()) };

    private static ObjectFieldConfiguration RecordsOfType(MergedRecordType type) => Records(
        type.PluralName, $"{NameOf(type)}Connection!", type.Description, new RecordListField(type.Name), []);

    private static ObjectFieldConfiguration AllRecords() => Records(
        "records",
        "PersonalRecordConnection!",
        "Records of every type, or of one block, category or source.",
        new RecordListField(null),
        [
            new("category", "ID") { Description = "Only records of this data category." },
            new("source", "ID") { Description = "Only records of this source." },
            new("block", "ID") { Description = "Only records of the categories that the register groups in this block." },
        ]);

    private static ObjectFieldConfiguration Records(
        string name, string type, string description, RecordListField marker, IReadOnlyList<ArgumentConfiguration> filters) => new()
    {
        Name = name,
        Type = type,
        Description = description,
        Arguments =
        [
            .. filters,
            new("first", "Int") { DefaultValue = "50", Description = PageArguments },
            new("after", "String") { Description = "The endCursor of the page before." },
        ],
        Metadata = [marker, new CostAttribute(SourceCalls), new ListSizeAttribute { AssumedSize = 50, SlicingArguments = ["first"], SizedFields = ["nodes"] }],
        Resolver = ResolveAsync,
    };

    private static ValueTask<object?> ResolveAsync(IResolverContext context)
    {
        var registrant = context.Parent<Registrant>();
        var selection = SearchSelection.ListOf(context.Selection)!;
        return registrant.Lists.TryGetValue(selection, out var list)
            ? new(list)
            : new(Refusals.AsErrorsAsync<object?>(async () => await registrant.Later[selection].ConfigureAwait(false)));
    }
}
