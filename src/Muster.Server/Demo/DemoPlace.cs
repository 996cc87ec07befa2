using Muster.Server.Host;
using Muster.Server.Options;

namespace Muster.Server.Demo;

/// <summary>The demonstration lives beside the real data, never in it.</summary>
public static class DemoPlace
{
    public static OptionSetting Directory { get; } =
        new("Data:Directory", DataPlace.Of(new DataOptions()) + "-demo", "muster demo");
}
