using PersonalDataHub.Hub.Commands;

return await HubCommands.Create().Parse(args).InvokeAsync();
