using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Muster.Server.Agreement;
using Muster.Server.Api;
using Muster.Server.Options;
using Muster.Server.Roles;
using Muster.Storage;

namespace Muster.Server.Host;

/// <summary>
/// Writes the OpenAPI description: a whole host is put together, but neither listens nor has a database.
/// </summary>
public static class OpenApiText
{
    public static async Task<string> WriteAsync(CancellationToken token)
    {
        var options = OptionReader.Read([new OptionSetting("Telemetry:LogLevel", "error", "openapi")]);
        var roles = RoleTable.Resolve("all");
        var builder = HostBuilding.Create(options);
        await using var nowhere = Database.Open(
            new DatabaseSettings("Host=nowhere", "openapi", TimeSpan.FromSeconds(1), 1));
        var node = new NodeInfo("openapi", roles, DateTimeOffset.UnixEpoch, "none");
        HostBuilding.AddServices(builder.Services, options, node, nowhere, TimeProvider.System);
        HostBuilding.AddCluster(
            builder.Services,
            ClusterJoining.Make(options, new ClusterPlace(node, 0, null), nowhere, TimeProvider.System));
        builder.Services.AddSingleton<IServer, NoServer>();
        await using var application = builder.Build();
        HostBuilding.MapPipeline(application, roles);
        await application.StartAsync(token);
        var documents = application.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(OpenApiDocuments.Name);
        var document = await documents.GetOpenApiDocumentAsync(token);
        await application.StopAsync(token);
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, token) + "\n";
    }
}
