namespace Muster.Server.Api;

/// <summary>Says in the OpenAPI document what an endpoint answers.</summary>
public static class EndpointAnswers
{
    public static RouteHandlerBuilder Answers<T>(
        this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) =>
        endpoint.Produces<T>(status);

    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces(StatusCodes.Status204NoContent);

    /// <summary>Says that a change needs the version it was made from (<see cref="EntityTag.Expected"/>).</summary>
    public static RouteHandlerBuilder NeedsVersion(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new VersionNeeded());

    public static RouteHandlerBuilder Called(
        this RouteHandlerBuilder endpoint, string summary, string? description = null) =>
        endpoint.WithSummary(summary).WithDescription(description ?? summary);
}
