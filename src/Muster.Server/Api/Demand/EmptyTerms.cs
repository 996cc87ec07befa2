namespace Muster.Server.Api.Demand;

/// <summary>
/// Names of the query that were given without a value: <c>patience_seconds=</c>. The framework would refuse them as no
/// numbers, so they are taken out of the query before it is bound.
/// </summary>
internal sealed class EmptyTerms(IReadOnlySet<string> names)
{
    public static bool Has(HttpRequest request, string name) =>
        request.HttpContext.Features.Get<EmptyTerms>()?.Contains(name) == true;

    /// <summary>For an endpoint at which an empty value means "none".</summary>
    public static void AllowedAt(IEndpointConventionBuilder endpoint) => endpoint.Finally(made =>
    {
        var next = made.RequestDelegate!;
        made.RequestDelegate = http =>
        {
            Take(http);
            return next(http);
        };
    });

    private bool Contains(string name) => names.Contains(name);

    private static void Take(HttpContext http)
    {
        var given = http.Request.Query.ToLookup(pair => pair.Value.ToString().Length == 0);
        if (given.Contains(true))
        {
            http.Features.Set(new EmptyTerms(given[true].Select(pair => pair.Key).ToHashSet()));
            http.Request.Query = new QueryCollection(given[false].ToDictionary());
        }
    }
}
