using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Schemas;

/// <summary>Brings a generated schema through the library's own door for types known at run time.</summary>
internal sealed class GeneratedModule(GeneratedSchema schema) : ITypeModule
{
    public event EventHandler? TypesChanged
    {
        add { }
        remove { }
    }

    public ValueTask<IReadOnlyCollection<TypeConfiguration>> CreateTypesAsync(CancellationToken cancellationToken)
    {
        var world = new World(schema.Seed);
        return new([schema.Roots, .. schema.Types.Select(type => type is ObjectTypeConfiguration o
            ? o with { Fields = [.. o.Fields.Select(f => WithResolver(world, o.Name, o.Name == schema.Roots.SubscriptionType, f))], IsTypeOf = value => value is Thing thing && thing.Is == o.Name }
            : type)]);
    }

    private static ObjectFieldConfiguration WithResolver(World world, string type, bool isStream, ObjectFieldConfiguration field) => field switch
    {
        _ when isStream => field with { SubscribeResolver = context => new(world.Events(context, type)) },
        _ when World.Waits(type, field.Name) => field with
        {
            Resolver = async context =>
            {
                await Task.Yield();
                return world.Answer(context, type);
            },
        },
        { Arguments.Count: > 1 } => field with { Resolver = context => new(world.Answer(context, type)) },
        _ => field with { PureResolver = context => world.Answer(context, type) },
    };
}
