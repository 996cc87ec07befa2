using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;

namespace Muster.Server.Api;

/// <summary>Adds to each operation what its endpoint's metadata say: rights, headers, and how it says no.</summary>
public sealed class OperationDescription : IOpenApiOperationTransformer
{
    // Said once for all lists.
    private static readonly Dictionary<string, string> Paging = new()
    {
        ["limit"] = "At most so many.",
        ["cursor"] = "The next_cursor of the page before; absent: the first page.",
        ["after"] = "The cursor of what is known already; absent: from the beginning.",
    };

    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        await DescribeProblemAsync(context, cancellationToken);
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Why not: RFC 9457 problem details.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new()
                {
                    Schema = new OpenApiSchemaReference(nameof(ApiProblem), context.Document),
                },
            },
        };
        DescribePages(operation);
        var rule = metadata.OfType<AccessRule>().LastOrDefault();
        if (rule is AccessRule.Holders { Permission: var permission, Somewhere: var somewhere })
        {
            operation.Description += $"\n\nNeeds the permission `{permission.Name}`"
                + (somewhere ? " where the thing belongs." : ".");
        }

        if (rule is not AccessRule.Anyone)
        {
            var scheme = new OpenApiSecuritySchemeReference(OpenApiDocuments.Security, context.Document);
            operation.Security = [new OpenApiSecurityRequirement { [scheme] = [] }];
            AddHeaders(operation, context.Description.HttpMethod, metadata.OfType<VersionNeeded>().Any());
        }
    }

    // Once for all operations: every one of them may say no.
    private static async Task DescribeProblemAsync(
        OpenApiOperationTransformerContext context, CancellationToken token)
    {
        if (context.Document?.Components?.Schemas?.ContainsKey(nameof(ApiProblem)) != true)
        {
            context.Document?.AddComponent(
                nameof(ApiProblem), await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, token));
        }
    }

    private static void DescribePages(OpenApiOperation operation)
    {
        foreach (var parameter in (operation.Parameters ?? []).Where(parameter => parameter.Description is null))
        {
            parameter.Description = Paging.GetValueOrDefault(parameter.Name ?? "");
        }
    }

    private static void AddHeaders(OpenApiOperation operation, string? method, bool needsVersion)
    {
        operation.Parameters ??= [];
        if (needsVersion)
        {
            operation.Parameters.Add(Header("If-Match", true, "The version the change was made from, as in the ETag."));
        }

        if (method == HttpMethods.Post)
        {
            operation.Parameters.Add(Header(
                IdempotencyMiddleware.Header, false,
                "Sent again with the same key, the request is answered, not repeated."));
        }
    }

    private static OpenApiParameter Header(string name, bool required, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
