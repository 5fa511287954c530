namespace PersonalDataHub.GraphQL.Types;

/// <summary>The notation of a scalar in a document or in JSON.</summary>
public enum ScalarLiteralKind
{
    /// <summary>An enum name, list or object where a scalar was expected.</summary>
    Other,

    /// <summary>A number without fraction and exponent.</summary>
    Integer,

    /// <summary>A number with fraction or exponent.</summary>
    Float,

    String,

    Boolean,
}
