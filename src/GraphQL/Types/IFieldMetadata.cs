namespace PersonalDataHub.GraphQL.Types;

/// <summary>Marks an attribute that lands in <see cref="FieldDefinition.Metadata"/> when it is put on a resolver method, a property or their class.</summary>
public interface IFieldMetadata;
