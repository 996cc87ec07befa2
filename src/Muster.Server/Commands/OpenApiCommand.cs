using System.CommandLine;
using Muster.Server.Host;

namespace Muster.Server.Commands;

/// <summary><c>muster openapi</c>: the API's description, without a database or a running node.</summary>
public static class OpenApiCommand
{
    public static Command Create()
    {
        var command = new Command("openapi", "Print the OpenAPI description of this version");
        command.SetAction(async (_, token) => await Console.Out.WriteAsync(await OpenApiText.WriteAsync(token)));
        return command;
    }
}
