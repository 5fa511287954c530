using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace PersonalDataHub.Architecture.Tests.Scanning;

/// <summary>Collects the full names of all types that handles and signatures name, down into generic arguments.</summary>
internal sealed class TypeNames(MetadataReader reader) : ISignatureTypeProvider<string, object?>
{
    private const string NoType = "";
    private readonly HashSet<string> found = [];

    public IReadOnlyCollection<string> Found => found;

    public static string Outermost(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = reader.GetTypeDefinition(type.GetDeclaringType());
        }

        return Full(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    /// <summary>Adds what the handle names; of a method or field, its type too. Returns that member, null for a type.</summary>
    public (string Type, string Name)? Add(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification when !handle.IsNil:
                TypeOf(handle);
                return null;
            case HandleKind.MethodDefinition:
                var method = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                method.DecodeSignature(this, null);
                return (TypeOf(method.GetDeclaringType()), reader.GetString(method.Name));
            case HandleKind.FieldDefinition:
                var field = reader.GetFieldDefinition((FieldDefinitionHandle)handle);
                field.DecodeSignature(this, null);
                return (TypeOf(field.GetDeclaringType()), reader.GetString(field.Name));
            case HandleKind.MethodSpecification:
                var instance = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                instance.DecodeSignature(this, null);
                return Add(instance.Method);
            case HandleKind.MemberReference:
                var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                Decode(member);
                return (TypeOf(member.Parent), reader.GetString(member.Name));
            default:
                return null;
        }
    }

    public void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(reader.GetCustomAttribute(attribute).Constructor);
        }
    }

    public void AddGenericParameters(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => reader.GetGenericParameter(parameter).GetConstraints()))
        {
            Add(reader.GetGenericParameterConstraint(constraint).Type);
        }
    }

    public string GetTypeFromDefinition(MetadataReader metadata, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Note(Outermost(metadata, handle));

    public string GetTypeFromReference(MetadataReader metadata, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = metadata.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            type = metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        return Note(Full(metadata.GetString(type.Namespace), metadata.GetString(type.Name)));
    }

    public string GetTypeFromSpecification(
        MetadataReader metadata, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        metadata.GetTypeSpecification(handle).DecodeSignature(this, null);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetArrayType(string elementType, ArrayShape shape) => elementType;

    public string GetSZArrayType(string elementType) => elementType;

    public string GetByReferenceType(string elementType) => elementType;

    public string GetPointerType(string elementType) => elementType;

    public string GetPinnedType(string elementType) => elementType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => NoType;

    public string GetGenericMethodParameter(object? genericContext, int index) => NoType;

    public string GetGenericTypeParameter(object? genericContext, int index) => NoType;

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => NoType;

    private static string Full(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";

    private string Note(string name)
    {
        found.Add(name);
        return name;
    }

    private string TypeOf(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeSpecification => GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)handle, 0),
        _ => NoType,
    };

    private void Decode(MemberReference member)
    {
        if (member.GetKind() == MemberReferenceKind.Method)
        {
            member.DecodeMethodSignature(this, null);
        }
        else
        {
            member.DecodeFieldSignature(this, null);
        }
    }
}
