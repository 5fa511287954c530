using System.CommandLine;
using PersonalDataHub.Hub.Commands.Notices;
using PersonalDataHub.Hub.Commands.Requests;
using PersonalDataHub.Hub.Commands.Storage;

namespace PersonalDataHub.Hub.Commands;

/// <summary>The hub's command line: no command starts the hub, the others ask a running hub or one of their own.</summary>
internal static class HubCommands
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Personal data hub: everything known about one person, live from every source.")
        {
            ServeCommand.People,
            ServeCommand.Seed,
            RegistrantCommand.Create(),
            ScopedRequestCommand.Erase(),
            RectifyCommand.Create(),
            ScopedRequestCommand.Restrict(),
            LiftCommand.Create(),
            RetentionCommand.Create(),
            SourcesCommand.Create(),
            DriftCommand.Create(),
            KeyCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            MoveCommand.Create(),
            NoticeCommand.Create(),
            DocumentCommand.Record(),
        };

        // What is no option of ours is configuration: --urls, --Hub:DataDirectory, ….
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction(ServeCommand.RunAsync);
        return root;
    }
}
