using System.Text.Json.Serialization.Metadata;
using Ledger.Web.Api.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ledger.Web.Api.Describing;

/// <summary>What <c>/openapi/v1.json</c> says beyond what the endpoints show by themselves.</summary>
internal static class OpenApi
{
    private const string Token = "token";

    /// <summary>Parameters that are read as texts, so that an error can name them.</summary>
    private static readonly Dictionary<string, (JsonSchemaType Type, string Description)> Parameters = new()
    {
        ["limit"] = (JsonSchemaType.Integer, "How many to give at most."),
        ["cursor"] = (JsonSchemaType.String, "The nextCursor of the page before; absent for the first page."),
        ["after"] = (JsonSchemaType.Integer, "The position that has been read already; 0 reads from the start."),
        ["from"] = (JsonSchemaType.String, "The first day or moment that is part of the list."),
        ["to"] = (JsonSchemaType.String, "The last day that is part of the list, or the first moment that is not."),
        ["class"] = (JsonSchemaType.String, "The code of a class of correction, such as factual-error."),
        ["open"] = (JsonSchemaType.Boolean, "Whether those that wait for the desk are given, or the others."),
        ["status"] = (JsonSchemaType.String, "Where a report stands, such as received."),
        ["severity"] = (JsonSchemaType.String, "How grave an error is, such as substantive."),
        ["owner"] = (JsonSchemaType.String, "The account that sees to it; empty for what nobody sees to."),
        ["format"] = (JsonSchemaType.String, "One of schema-org, ninjs, newsml-g2 and updates."),
        ["story"] = (JsonSchemaType.String, "The story's id or any slug it has had."),
    };

    public static IServiceCollection AddLedgerDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.AddSchemaTransformer((schema, context, _) => CompleteSchema(schema, context));
            options.AddOperationTransformer((operation, context, _) => CompleteOperation(operation, context));
            options.AddDocumentTransformer((document, _, _) => CompleteDocument(document));
        });

    private static Task CompleteDocument(OpenApiDocument document)
    {
        document.Info.Title = "Ledger";
        document.Info.Description = "Stories, what changed in them and why, and the log that proves it.";
        document.Info.License = new() { Name = "MIT", Identifier = "MIT" };
        document.Servers = [new() { Url = "/", Description = "The site that gives this description." }];
        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
            tag.Description = TagWords.Of(tag.Name!);

        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token of 'ledger token create', or the session cookie of a page of this site.",
        };
        return Task.CompletedTask;
    }

    private static Task CompleteOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (Parameters.TryGetValue(parameter.Name ?? "", out var known))
            {
                parameter.Schema = new OpenApiSchema { Type = known.Type };
                parameter.Description = known.Description;
            }
        }

        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        OpenApiSecurityRequirement token = new() { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] };
        operation.Security = metadata.OfType<IAuthorizeData>().Any() ? [token] : [new(), token];

        if (metadata.OfType<ExpectsVersion>().Any())
            (operation.Parameters ??= []).Add(IfMatch());

        if (metadata.OfType<TakesIdempotencyKey>().Any())
            (operation.Parameters ??= []).Add(IdempotencyKey());

        return Task.CompletedTask;
    }

    // The generator does not see what a converter of our own writes, takes every argument of a constructor for
    // required, and takes what has no setter for nullable.
    private static Task CompleteSchema(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");

        schema.Required?.Clear();
        foreach (var property in context.JsonTypeInfo.Properties.Where(IsAlwaysThere))
        {
            IOpenApiSchema? described = null;
            if (schema.Properties?.TryGetValue(property.Name, out described) != true)
                continue;

            (schema.Required ??= new HashSet<string>()).Add(property.Name);
            if (described is OpenApiSchema { Type: { } types } plain)
                plain.Type = types & ~JsonSchemaType.Null;
        }

        return Task.CompletedTask;
    }

    private static bool IsAlwaysThere(JsonPropertyInfo property) =>
        !property.IsGetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null;

    private static OpenApiParameter IfMatch() => Header("If-Match", isRequired: true,
        "The ETag of the version that was seen, such as \"5\"; * takes any.");

    private static OpenApiParameter IdempotencyKey() => Header(IdempotencyKeys.Header, isRequired: false,
        "The caller's own name for this request, 1 to 255 characters. Sent again under it, a request that was carried "
        + $"out is answered as the first time, with {IdempotencyKeys.ReplayedHeader}: true, and changes nothing.");

    private static OpenApiParameter Header(string name, bool isRequired, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = isRequired,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
