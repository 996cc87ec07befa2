namespace Muster.Server.Api;

/// <summary>Where the API lives.</summary>
public static class ApiRoot
{
    public const string Path = "/api/v2/wfm";
}
