using System.CommandLine;
using Muster.Server.Host;
using Muster.Server.Options;

namespace Muster.Server.Commands;

/// <summary>The flags that set options, shared by every command that needs them.</summary>
public sealed class OptionFlags
{
    private readonly Option<string?> _config = new("--config")
    {
        Description = "Options file; muster.json in the data directory when absent",
        HelpName = "FILE",
    };

    private readonly Option<string?> _data = new("--data") { Description = "Data directory", HelpName = "DIR" };

    private readonly Option<string?> _database = new("--database")
    {
        Description = "External PostgreSQL, such as \"Host=db1,db2;Username=muster;Password=...;Database=muster\"",
        HelpName = "CONNECTION",
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Any option, such as Server:CacheSlack=0.5; may be repeated",
        HelpName = "AREA:NAME=VALUE",
    };

    private readonly Option<string?> _urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons",
        HelpName = "URLS",
    };

    private readonly Option<string?> _roles = new("--roles")
    {
        Description = "Roles of this process, separated by commas",
        HelpName = "ROLES",
    };

    private readonly bool _serves;
    private readonly IReadOnlyList<OptionSetting> _defaults;

    /// <param name="serves">Whether the command starts a node, and so takes addresses and roles.</param>
    /// <param name="defaults">What the command sets when nobody else does.</param>
    public OptionFlags(Command command, bool serves = false, IReadOnlyList<OptionSetting>? defaults = null)
    {
        _serves = serves;
        _defaults = defaults ?? [];
        _set.CompletionSources.Add(_ => OptionCatalog.All.Select(option => $"{option.Key}="));
        _roles.CompletionSources.Add(_ => Roles.RoleTable.All.Select(role => role.Name));
        foreach (var flag in (Option[])[_data, _database, _config, _set])
        {
            command.Add(flag);
        }

        if (serves)
        {
            command.Add(_urls);
            command.Add(_roles);
        }
    }

    /// <summary>The options given with --set, as they were written.</summary>
    public IReadOnlyList<string> Given(ParseResult parsed) => parsed.GetValue(_set) ?? [];

    /// <exception cref="StartRefusedException">Some setting is wrong.</exception>
    public OptionSet Load(ParseResult parsed) =>
        OptionLoading.Load(parsed.GetValue(_config), _defaults, [.. Settings(parsed)]);

    private IEnumerable<OptionSetting> Settings(ParseResult parsed)
    {
        foreach (var text in parsed.GetValue(_set) ?? [])
        {
            var parts = text.Split('=', 2);
            yield return parts.Length == 2
                ? new OptionSetting(parts[0], parts[1], "--set")
                : throw new StartRefusedException($"--set {text} has no value.", $"Maybe write --set {text}=VALUE.");
        }

        (Option<string?> Flag, string Key)[] named = [(_data, "Data:Directory"), (_database, "Database:Connection")];
        (Option<string?> Flag, string Key)[] serving =
            _serves ? [(_urls, "Server:Urls"), (_roles, "Server:Roles")] : [];
        foreach (var (flag, key) in named.Concat(serving))
        {
            if (parsed.GetValue(flag) is { } value)
            {
                yield return new OptionSetting(key, value, flag.Name);
            }
        }
    }
}
