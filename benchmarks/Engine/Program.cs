using PersonalDataHub.Engine;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.PersonView.Hosting;
using PersonalDataHub.PersonView.Register;

var builder = ContenderHost.CreateBuilder(args);
var server = builder.Services.AddGraphQLServer().ModifyOptions(options => options.RequireFieldRules = false).AddType(typeof(PersonQueries));
if (builder.Services.Any(service => service.ServiceType == typeof(PersonRegister)))
{
    server.AddRequestInterceptor<PersonGate>();
}

var application = builder.Build();
application.UseApiKey();
application.MapGraphQL();
await application.ServeAsync();
