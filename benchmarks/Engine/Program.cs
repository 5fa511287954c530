using PersonalDataHub.Engine;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.PersonView.Hosting;
using PersonalDataHub.PersonView.Register;

var builder = ContenderHost.CreateBuilder(args);

// The anchors let everybody in at once and have no rules of their own; what protects a server is not what is compared.
var server = builder.Services.AddGraphQLServer().AddType(typeof(PersonQueries)).ModifyOptions(options =>
{
    options.RequireFieldRules = false;
    options.MaximumConcurrentExecutions = 1024;
});
if (builder.Services.Any(service => service.ServiceType == typeof(PersonRegister)))
{
    server.AddRequestInterceptor<PersonGate>();
}

var application = builder.Build();
application.UseApiKey();
application.MapGraphQL();
await application.ServeAsync();
