namespace PersonalDataHub.GraphQL.Types;

/// <summary>Joins extensions with the types they extend.</summary>
internal static class TypeMerger
{
    public static IReadOnlyList<TypeConfiguration> Merge(
        IEnumerable<TypeConfiguration> configurations, IEnumerable<string> rootTypes, List<string> mistakes)
    {
        var all = configurations.ToList();
        var extensions = all.OfType<ObjectTypeExtensionConfiguration>().ToLookup(e => e.Name);
        var merged = all.Where(c => c is not ObjectTypeExtensionConfiguration).ToList();
        foreach (var group in extensions)
        {
            var index = merged.FindIndex(c => c.Name == group.Key && c is ObjectTypeConfiguration);
            if (index < 0 && !rootTypes.Contains(group.Key))
            {
                mistakes.Add($"{group.First().Origin} extends {group.Key}, which is no object type of this schema.");
                continue;
            }

            if (index < 0)
            {
                merged.Add(new ObjectTypeConfiguration(group.Key, null, []));
                index = merged.Count - 1;
            }

            merged[index] = Extend((ObjectTypeConfiguration)merged[index], group);
        }

        return merged;
    }

    private static ObjectTypeConfiguration Extend(ObjectTypeConfiguration type, IEnumerable<ObjectTypeExtensionConfiguration> extensions)
    {
        var own = type.Fields;
        var added = new List<ObjectFieldConfiguration>();
        foreach (var extension in extensions)
        {
            if (extension.ReplacesFields)
            {
                own = [.. own.Where(f => extension.Fields.All(e => e.Name != f.Name))];
            }

            added.AddRange(extension.Fields);
        }

        return type with { Fields = [.. own, .. added] };
    }
}
