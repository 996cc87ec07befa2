using Microsoft.Extensions.Logging;

namespace Muster.Storage.Migrations;

public sealed partial class Migrator
{
    [LoggerMessage(LogEvents.MigrationApplied, LogLevel.Information, "Migration {Number} ({Name}) applied.")]
    private partial void Applied(int number, string name);
}
