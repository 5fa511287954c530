using PersonalDataHub.HandWritten;
using PersonalDataHub.PersonView;
using PersonalDataHub.PersonView.Hosting;
using PersonalDataHub.PersonView.Register;
using PersonalDataHub.PersonView.Sources;

var builder = ContenderHost.CreateBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ViewJson.Default));
var application = builder.Build();
application.UseApiKey();

var register = application.Services.GetService<PersonRegister>();
application.MapPost("/hand", new TypedView(application.Services.GetRequiredService<IPersonSources>(), register).AnswerAsync);
if (application.Services.GetService<SourceBytes>() is { } bytes)
{
    application.MapPost("/raw", new SplicedView(bytes, application.Services.GetRequiredService<SourceAddresses>(), register).AnswerAsync);
}

await application.ServeAsync();
