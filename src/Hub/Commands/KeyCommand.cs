using System.CommandLine;
using PersonalDataHub.Hub.Authorization;

namespace PersonalDataHub.Hub.Commands;

/// <summary>Makes an API key: the key is shown once, its hash goes into the configuration.</summary>
internal static class KeyCommand
{
    public static Command Create()
    {
        var command = new Command("key", "Makes an API key and the hash to configure it with.");
        command.SetAction(_ =>
        {
            var key = ApiKey.Create();
            Console.WriteLine($"Key (give it to its holder; it is not stored anywhere): {key}");
            Console.WriteLine($"Hash (for the setting Hub:ApiKeys:<n>:Hash):            {ApiKey.Hash(key)}");
            return ExitCodes.Done;
        });
        return command;
    }
}
