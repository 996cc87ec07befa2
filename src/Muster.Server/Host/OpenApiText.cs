using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Muster.Server.Api;
using Muster.Server.Roles;

namespace Muster.Server.Host;

/// <summary>Writes the OpenAPI description from the endpoints alone.</summary>
public static class OpenApiText
{
    public static async Task<string> WriteAsync(CancellationToken token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddApi();
        foreach (var role in RoleTable.Resolve("all"))
        {
            role.AddServices!(builder.Services);
        }

        await using var application = builder.Build();
        foreach (var role in RoleTable.Resolve("all"))
        {
            role.MapEndpoints?.Invoke(application);
        }

        var documents = application.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(OpenApiDocuments.Name);
        var document = await documents.GetOpenApiDocumentAsync(token);
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, token) + "\n";
    }
}
