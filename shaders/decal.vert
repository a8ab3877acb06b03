// Shadows and rings on the ground, one quad each.
layout(location = 0) in vec3 place;   // x, y, yaw
layout(location = 1) in vec3 extent;  // half x, half y, softness
layout(location = 2) in vec4 rgba;
layout(location = 3) in float kind;

out vec2 vLocal;
flat out vec3 vExtent;
flat out vec4 vColor;
flat out float vKind;
out float vFog;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    vec4 middle = viewProjection * vec4(place.xy, 0.0, 1.0);
    vec2 local = corner * (extent.xy + 1.2 * extent.z + 1.5 * middle.w * pixel.x);
    float c = cos(place.z), s = sin(place.z);
    vec2 ground = place.xy + vec2(c * local.x - s * local.y, s * local.x + c * local.y);
    gl_Position = viewProjection * vec4(ground, 0.0, 1.0);
    vLocal = local;
    vExtent = extent;
    vColor = rgba;
    vKind = kind;
    vFog = (gl_Position.w - fogRange.x) * fogRange.y;
}
