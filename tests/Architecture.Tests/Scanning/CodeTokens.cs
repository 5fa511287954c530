using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace PersonalDataHub.Architecture.Tests.Scanning;

/// <summary>Reads a method's instructions and hands out what they name: types, methods, fields.</summary>
internal static class CodeTokens
{
    private const int TwoBytes = 0xFE;

    private static readonly Dictionary<short, OperandType> operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value, code => code.OperandType);

    public static IEnumerable<EntityHandle> In(BlobReader code)
    {
        var tokens = new List<EntityHandle>();
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var operation = first == TwoBytes ? unchecked((short)((first << 8) | code.ReadByte())) : first;
            switch (operands[operation])
            {
                case OperandType.InlineTok or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType:
                    tokens.Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }

        return tokens;
    }
}
