using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Describes a GraphQL server. Nothing is built before the host starts.</summary>
public sealed class GraphQLServerBuilder
{
    private readonly ServerConfiguration configuration;

    internal GraphQLServerBuilder(IServiceCollection services, ServerConfiguration configuration)
    {
        Services = services;
        this.configuration = configuration;
    }

    public IServiceCollection Services { get; }

    /// <summary>Takes all annotated classes of an assembly.</summary>
    public GraphQLServerBuilder AddTypes(Assembly assembly)
    {
        configuration.Assemblies.Add(assembly);
        return this;
    }

    /// <summary>Takes one class, annotated or plain.</summary>
    public GraphQLServerBuilder AddType<T>() => AddType(typeof(T));

    /// <summary>Takes one class, annotated or plain; static classes cannot be type arguments.</summary>
    public GraphQLServerBuilder AddType(Type type)
    {
        configuration.Types.Add(type);
        return this;
    }

    /// <summary>Adds a scalar; values of its .NET type are of this scalar from now on.</summary>
    public GraphQLServerBuilder AddScalar(ScalarType scalar)
    {
        configuration.Scalars.Add(scalar);
        return this;
    }

    /// <summary>Adds a directive that documents may use.</summary>
    public GraphQLServerBuilder AddDirective(DirectiveDefinition directive)
    {
        configuration.Directives.Add(directive);
        return this;
    }

    /// <summary>Adds a source of types that are known at run time only. One already registered as a service is used as it is.</summary>
    public GraphQLServerBuilder AddTypeModule<T>() where T : class, ITypeModule
    {
        Services.AddSingleton<ITypeModule>(services => services.GetService<T>() ?? ActivatorUtilities.CreateInstance<T>(services));
        return this;
    }

    /// <summary>Adds an interceptor, made once per request; they are asked in the order of registration.</summary>
    public GraphQLServerBuilder AddRequestInterceptor<T>() where T : class, IRequestInterceptor
    {
        Services.AddScoped<IRequestInterceptor, T>();
        return this;
    }

    /// <summary>Sets the rule of all fields of classes that cannot carry <see cref="AuthorizeAttribute"/> themselves; a field's own rule still replaces it.</summary>
    /// <exception cref="ArgumentException">A class was named before.</exception>
    public GraphQLServerBuilder Authorize(string policy, params IEnumerable<Type> types)
    {
        foreach (var type in types)
        {
            configuration.Rules.Add(type, new FieldRule(policy));
        }

        return this;
    }

    /// <summary>Sets who decides by the rules of fields; made once per request. The last one set is asked.</summary>
    public GraphQLServerBuilder AddAuthorizationHandler<T>() where T : class, IAuthorizationHandler
    {
        Services.AddScoped<IAuthorizationHandler, T>();
        return this;
    }

    /// <summary>Changes limits and switches.</summary>
    public GraphQLServerBuilder ModifyOptions(Action<GraphQLOptions> modify)
    {
        modify(configuration.Options);
        return this;
    }
}
