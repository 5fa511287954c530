namespace PersonalDataHub.GraphQL.Tests.Execution;

/// <summary>The query with which tools read a schema.</summary>
internal static class Introspection
{
    /// <summary>The usual query, asked several times in one document under aliases.</summary>
    public static string Of(int times)
    {
        var types = string.Concat(Enumerable.Repeat(" ofType { kind name", 9)) + new string('}', 9);
        var schemas = string.Concat(Enumerable.Range(0, times).Select(one => $$"""
            s{{one}}: __schema { description queryType { name kind } mutationType { name kind } subscriptionType { name kind } types { ...FullType }
              directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } } }
            """));
        return $$"""
            query IntrospectionQuery { {{schemas}} }
            fragment FullType on __Type { kind name description specifiedByURL isOneOf
              fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
              inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
            fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
            fragment TypeRef on __Type { kind name {{types}} }
            """;
    }
}
