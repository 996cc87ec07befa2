using Microsoft.Extensions.Options;

namespace Muster.Server.Api;

/// <summary>A route's handler: described when its endpoint is built, compiled when it is asked first.</summary>
internal sealed class LateHandler(Delegate handler, string method)
{
    private Described? _described;
    private RequestDelegate? _compiled;

    /// <summary>Adds what the framework adds of a handler: method, what it takes and answers, attributes.</summary>
    public void Describe(EndpointBuilder endpoint)
    {
        endpoint.Metadata.Add(handler.Method);
        var services = endpoint.ApplicationServices;
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = services,
            RouteParameterNames = ((RouteEndpointBuilder)endpoint).RoutePattern.Parameters.Select(one => one.Name),
            ThrowOnBadRequest = services.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
            DisableInferBodyFromParameters = HttpMethods.IsGet(method) || HttpMethods.IsDelete(method),
            EndpointBuilder = endpoint,
        };
        _described = new Described(options, RequestDelegateFactory.InferMetadata(handler.Method, options));
        foreach (var attribute in handler.Method.GetCustomAttributes(inherit: true))
        {
            endpoint.Metadata.Add(attribute);
        }
    }

    public Task InvokeAsync(HttpContext http) => LazyInitializer.EnsureInitialized(ref _compiled, Compile)(http);

    private RequestDelegate Compile() =>
        RequestDelegateFactory.Create(handler, _described!.Options, _described.Metadata).RequestDelegate;

    private sealed record Described(RequestDelegateFactoryOptions Options, RequestDelegateMetadataResult Metadata);
}
