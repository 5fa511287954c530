using PersonalDataHub.Hub.FaultTests;
using PersonalDataHub.Hub.FaultTests.Reporting;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

return Runner.IsAsked(args) ? await Runner.RunAsync(args)
    : args.Contains("--server") || args.Contains("--internal-msbuild-node")
        ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
        : await ConsoleRunner.Run(args);
