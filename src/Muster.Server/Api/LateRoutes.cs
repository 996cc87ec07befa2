namespace Muster.Server.Api;

/// <summary>
/// Maps routes as the framework does, but compiles a handler at its first request: to compile all of them was half the
/// work of a node's start. Standing in the namespace of the API, these go before the framework's own.
/// </summary>
internal static class LateRoutes
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        Map(routes, pattern, HttpMethods.Get, handler);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        Map(routes, pattern, HttpMethods.Post, handler);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        Map(routes, pattern, HttpMethods.Put, handler);

    public static RouteHandlerBuilder MapPatch(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        Map(routes, pattern, HttpMethods.Patch, handler);

    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        Map(routes, pattern, HttpMethods.Delete, handler);

    private static RouteHandlerBuilder Map(
        IEndpointRouteBuilder routes, string pattern, string method, Delegate handler)
    {
        var late = new LateHandler(handler, method);
        var route = routes.MapMethods(pattern, [method], late.InvokeAsync);
        route.Add(late.Describe);
        return new RouteHandlerBuilder([route]);
    }
}
