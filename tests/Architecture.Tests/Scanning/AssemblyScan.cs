using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PersonalDataHub.Architecture.Tests.Scanning;

/// <summary>What the types of one assembly use, read from its metadata and code without loading it.</summary>
internal sealed class AssemblyScan
{
    private readonly HashSet<TypeUse> types = [];
    private readonly HashSet<MemberUse> members = [];
    private readonly MetadataReader reader;
    private readonly PEReader file;

    private AssemblyScan(PEReader file)
    {
        this.file = file;
        reader = file.GetMetadataReader();
        References = [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
        foreach (var handle in reader.TypeDefinitions)
        {
            ScanType(handle);
        }
    }

    /// <summary>The simple names of the assemblies it was compiled against and uses.</summary>
    public IReadOnlyList<string> References { get; }

    public IReadOnlyCollection<TypeUse> Types => types;

    public IReadOnlyCollection<MemberUse> Members => members;

    public static AssemblyScan Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return new AssemblyScan(file);
    }

    private void ScanType(TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var names = new TypeNames(reader);
        names.Add(type.BaseType);
        names.AddAttributes(type.GetCustomAttributes());
        names.AddGenericParameters(type.GetGenericParameters());
        foreach (var implementation in type.GetInterfaceImplementations())
        {
            names.Add(reader.GetInterfaceImplementation(implementation).Interface);
        }

        foreach (var field in type.GetFields().Select(reader.GetFieldDefinition))
        {
            field.DecodeSignature(names, null);
            names.AddAttributes(field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(reader.GetPropertyDefinition))
        {
            names.AddAttributes(property.GetCustomAttributes());
        }

        var user = TypeNames.Outermost(reader, handle);
        foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
        {
            ScanMethod(method, names, user);
        }

        types.UnionWith(names.Found.Where(used => used != user).Select(used => new TypeUse(user, used)));
    }

    private void ScanMethod(MethodDefinition method, TypeNames names, string user)
    {
        method.DecodeSignature(names, null);
        names.AddAttributes(method.GetCustomAttributes());
        names.AddGenericParameters(method.GetGenericParameters());
        foreach (var parameter in method.GetParameters().Select(reader.GetParameter))
        {
            names.AddAttributes(parameter.GetCustomAttributes());
        }

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null);
        }

        foreach (var region in body.ExceptionRegions.Where(region => !region.CatchType.IsNil))
        {
            names.Add(region.CatchType);
        }

        foreach (var token in CodeTokens.In(body.GetILReader()))
        {
            if (names.Add(token) is { } member && member.Type != user)
            {
                members.Add(new MemberUse(user, member.Type, member.Name));
            }
        }
    }
}
