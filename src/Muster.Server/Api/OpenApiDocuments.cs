using Microsoft.OpenApi;
using Muster.Server.Api.Access;
using Muster.Server.Api.Organization;

namespace Muster.Server.Api;

/// <summary>The description of the API, made from its endpoints.</summary>
public static class OpenApiDocuments
{
    // The framework's name for the document of a path without a name in it.
    public const string Name = "v1";
    public const string Security = "token";

    public static void AddOpenApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(Name, options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Muster",
                    Version = "v2",
                    Description = "Workforce management for contact centres. JSON in snake_case; "
                        + "times in ISO 8601 with offset; errors as RFC 9457 problem details. "
                        + "A POST may carry an Idempotency-Key; changes need If-Match with "
                        + "the entity's version; lists go on with next_cursor.",
                };
                document.Servers = [];
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [Security] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.OAuth2,
                        Flows = new OpenApiOAuthFlows
                        {
                            ClientCredentials = new OpenApiOAuthFlow
                            {
                                TokenUrl = new Uri("/oauth/token", UriKind.Relative),
                            },
                        },
                    },
                };
                return Task.CompletedTask;
            });
            options.AddOperationTransformer<OperationDescription>();
            options.AddSchemaTransformer<ItemSchemas>();
        });

    public static void MapOpenApiDocument(this IEndpointRouteBuilder root) =>
        root.MapOpenApi($"{ApiRoot.Path}/openapi.json").ForAnyone("The description holds no data.");
}
